import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compositionOn, lectureTexts } from '../src/lesson/composition.ts';
import { powers, quotients, valleyOn } from '../src/lesson/differences.ts';
import { slopeError, ulp } from '../src/lesson/exact.ts';
import { texOf } from '../src/lesson/typed-text.ts';
import { texFraction } from '../src/numbers/rational.ts';
import { sameBits } from '../src/store/bits.ts';
import { backendNames, engines } from '../src/store/engine.ts';
import { current, figure, slideText } from './deck.ts';
import { stage } from './stage.ts';

/** The lecture's figures for section 3. */
const lecture = [
  { x: 1, y: 1, z: 0, dydx: 1 / 3, dzdy: 1, dzdx: 1 / 3 },
  { x: 4, y: 2, z: Math.LN2, dydx: 1 / 3, dzdy: 0.5, dzdx: 1 / 6 },
] as const;

describe.each(backendNames)('the chain rule on the %s backend', (name) => {
  const engine = engines[name];
  const composition = compositionOn(engine, lectureTexts);

  it.each(lecture)('has the lecture’s figures at x = $x', (wanted) => {
    const found = composition.at(wanted.x);
    for (const [key, value] of Object.entries(wanted))
      expect(Math.abs(found[key as keyof typeof wanted] - value)).toBeLessThanOrEqual(1e-12);
    expect(found.product).toBe(found.dzdx);
  });

  it('has an infinite slope at −2 and none beyond', () => {
    expect(composition.at(-2)).toMatchObject({ y: 0, z: Number.NEGATIVE_INFINITY, dzdy: Number.POSITIVE_INFINITY });
    expect(composition.at(-2.5)).toMatchObject({ z: Number.NaN, dzdy: Number.NaN, dzdx: Number.NaN });
  });

  it('pushes a nudge through both parts', () => {
    const { dy, dz } = composition.push(4, 0.3);
    expect(dy).toBeCloseTo(0.1, 14);
    expect(dz).toBeCloseTo(0.05, 14);
  });

  it('stretches an interval by ratios that tend to the slopes', () => {
    const off = [1, 0.1, 0.01].map((dx) => Math.abs(composition.stretch(1, dx).whole - 1 / 3));
    expect(off[1]).toBeLessThan((off[0] ?? 0) / 5);
    expect(off[2]).toBeLessThan((off[1] ?? 0) / 5);
  });

  it('takes any composition that can be typed, constants included', () => {
    expect(compositionOn(engine, { f: 'x^2', g: 'sin(y)' }).at(1).dzdx).toBeCloseTo(2 * Math.cos(1), 14);
    expect(compositionOn(engine, { f: '2', g: 'y' }).at(1).dzdx).toBe(0);
    expect(compositionOn(engine, { f: 'x', g: '3' }).outer([1, 2])).toEqual([3, 3]);
  });

  it('has a valley for each quotient, above the floor of backpropagation', () => {
    const { forward, central, error, ulp: gap } = valleyOn(engine, 4);
    expect(error).toBeLessThanOrEqual(gap);
    expect(Math.min(...forward)).toBeGreaterThan(error);
    expect(Math.min(...central)).toBeGreaterThan(error);
    const best = (errors: readonly number[]): number => powers[errors.indexOf(Math.min(...errors))] ?? 0;
    expect(best(forward)).toBeGreaterThan(-9.5);
    expect(best(forward)).toBeLessThan(-6);
    expect(best(central)).toBeGreaterThan(best(forward));
    // Truncation falls with h and with h².
    const slope = (errors: readonly number[]): number => Math.log10((errors[450] ?? 0) / (errors[420] ?? 0));
    expect(slope(forward)).toBeCloseTo(1, 1);
    expect(slope(central)).toBeCloseTo(2, 1);
  });
});

describe('the valley of h', () => {
  it('has the same bits on both backends', () => {
    const h = powers.map((power) => 10 ** power);
    expect(sameBits(quotients(engines.typescript, 4, h), quotients(engines.wasm, 4, h))).toBe(true);
  });

  it('measures errors without rounding', () => {
    expect(slopeError(0.5, 0)).toBe(0);
    expect(slopeError(0.25, 0)).toBe(0.25);
    expect(slopeError(-0.25, 0)).toBe(0.75);
    // 1/6 is a third of an ulp away from its double.
    expect(slopeError(1 / 6, 4) / ulp(1 / 6)).toBeCloseTo(1 / 3, 12);
    expect(slopeError(Number.NaN, 4)).toBeNaN();
    expect(ulp(1)).toBe(Number.EPSILON);
  });
});

describe('how formulas and slopes are written', () => {
  it('as log, not ln', () => {
    expect(texOf('log(y)', 'y')).toBe('\\log y');
    expect(texOf('y +', 'y')).toBe('');
  });

  it('as fractions where they are simple ones', () => {
    expect([1 / 3, 0.5, -1 / 6, 30.000000000000004, 0, 0.1234567, Number.POSITIVE_INFINITY].map(texFraction)).toEqual([
      '\\frac{1}{3}',
      '\\frac{1}{2}',
      '-\\frac{1}{6}',
      '30',
      '0',
      '0.1235',
      '\\infty',
    ]);
  });
});

describe('the chain rule on the page', () => {
  const { open } = stage();

  async function drag(page: Page, selector: string, dx: number): Promise<void> {
    const box = await page.locator(`${current} ${selector}`).boundingBox();
    if (!box) throw new Error(`expected to see ${selector}`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx / 2, y);
    await page.mouse.move(x + dx, y);
    await page.mouse.up();
  }

  it('shows the lecture’s figures by next alone', async () => {
    const page = await open('#/chain-example', 3);
    expect(await figure(page, 'values-x')).toBe('x=1,z=0');
    expect(await figure(page, 'product')).toBe('=31 ⋅1=31 ≈0.3333');
    await page.keyboard.press('PageDown');
    expect(await figure(page, 'values-x')).toBe('x=4,z=0.6931');
    expect(await figure(page, 'product')).toBe('=31 ⋅21 =61 ≈0.1667');
    expect(await page.locator(`${current} composition-plots svg`).getAttribute('aria-label')).toContain(
      'dz/dx = 0.1667',
    );
  });

  it('goes to the edge at −2 and not beyond', async () => {
    const page = await open('#/chain-example', 4);
    await drag(page, '.point .dot >> nth=0', -400);
    expect(await figure(page, 'values-x')).toBe('x=−2,z=−∞');
    expect(await page.locator(`${current} p.remark`).textContent()).toContain('없다');
    await drag(page, '.point >> nth=1', 206);
    expect(await figure(page, 'values-x')).not.toContain('∞');
    const field = page.locator('number-field[label="x"] input');
    await field.fill('-3');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('1');
    expect(await figure(page, 'product')).toBe('=31 ⋅1=31 ≈0.3333');
    await field.press('Enter');
    await page.locator(`${current} .point`).first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await figure(page, 'values-y')).toBe('x=1.1,y=1.033');
  });

  it('lets the nudge be dragged, and x', async () => {
    const page = await open('#/chain-composite', 4);
    expect(await figure(page, 'product')).toBe('1.081=0.5403×2');
    await drag(page, '.point .ring', 29);
    const label = (): Promise<string | null> => page.locator(`${current} nudge-chain svg`).getAttribute('aria-label');
    expect(await label()).toMatch(/dx = 0\.5/);
    await page.locator(`${current} .point`).first().focus();
    await page.keyboard.press('ArrowUp');
    expect(await figure(page, 'product')).toMatch(/×2\.2$/);
  });

  it('shrinks the interval by next, by hand and by keyboard', async () => {
    const page = await open('#/chain-interval', 3);
    expect(await figure(page, 'ratio')).toMatch(/=0\.8109×0\.3333=0\.2703$/);
    expect(await figure(page, 'slope')).toMatch(/=1×0\.3333=0\.3333$/);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    expect(await figure(page, 'ratio')).toMatch(/=0\.9837×0\.3333=0\.3279$/);
    await drag(page, '.point .ring', 656 / 9);
    expect(await page.inputValue('number-field[label="Δx"] input')).toBe('1.1');
    await page.locator(`${current} .point`).nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.inputValue('number-field[label="Δx"] input')).toBe('1.05');
  });

  it('takes another composition, and refuses a malformed one with a sentence', async () => {
    const page = await open('#/chain-interval', 3);
    const field = page.locator('text-field[label="f(x) ="] input');
    const before = await slideText(page);
    for (const text of ['x +', 'y', 'alert(1)', '']) {
      await field.fill(text);
      await field.press('Enter');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect((await page.locator('text-field[label="f(x) ="] .fault').textContent())?.length).toBeGreaterThan(5);
      expect(await slideText(page)).toBe(before);
    }
    await field.fill('x^2');
    await field.press('Enter');
    expect(await figure(page, 'slope')).toMatch(/=1×2=2$/);
    await page.fill('text-field[label="g(y) ="] input', '-3y');
    await page.keyboard.press('Enter');
    expect(await figure(page, 'slope')).toMatch(/=\(−3\)×2=−6$/);
    await field.fill('sqrt(x - 9)');
    await field.press('Enter');
    expect(await page.locator(`${current} p.remark`).textContent()).toContain('값이 없');
  });

  it('reads the errors at h, which is dragged or typed', async () => {
    const page = await open('#/valley-of-h', 3);
    expect(await figure(page, 'floor')).toBe('9.3×10−18');
    expect(await figure(page, 'slope')).toBe('f′(x)=0.1667');
    const before = await figure(page, 'forward');
    await drag(page, '.point .dot', 100);
    expect(await figure(page, 'forward')).not.toBe(before);
    await page.locator(`${current} .point`).focus();
    await page.keyboard.press('ArrowLeft');
    await page.fill('number-field[label="log₁₀h"] input', '-4');
    expect(await figure(page, 'h')).toBe('x=4,h=10−4');
    expect(await figure(page, 'forward')).toBe('1.4×10−6');
  });
});

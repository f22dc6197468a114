import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { blocks } from '../src/components/surface/blocks.ts';
import { tangentOf, within } from '../src/components/surface/cut.ts';
import { evenly, heightAt, heightWindow } from '../src/components/surface/heights.ts';
import { type Patch, patches } from '../src/components/surface/patches.ts';
import { pick } from '../src/components/surface/pick.ts';
import { type Place, pointOf, projection } from '../src/components/surface/projection.ts';
import { functionOn, lectureFormula } from '../src/lesson/two-variables.ts';
import { sameBits } from '../src/store/bits.ts';
import { engines } from '../src/store/engine.ts';
import { backend, current, figure, place, slideText } from './deck.ts';
import { stage } from './stage.ts';

/** The lecture's figures for section 1. */
const lecture = { formula: 'x^2 + x*y', at: { x: 1, y: 2 }, value: 3, dfdx: 4, dfdy: 1 } as const;

describe.each(['typescript', 'wasm'] as const)('a function of two variables on %s', (name) => {
  const f = functionOn(engines[name], lecture.formula);

  it('has the lecture’s value and partial derivatives at (1, 2)', () => {
    expect(lectureFormula).toBe(lecture.formula);
    const { value, x, y } = f.slopes(lecture.at);
    for (const [found, figure] of [
      [value, lecture.value],
      [x, lecture.dfdx],
      [y, lecture.dfdy],
    ] as const)
      expect(Math.abs(found - figure)).toBeLessThanOrEqual(1e-12);
  });

  it('has on a grid the heights it has point by point, the least y first', () => {
    const grid = f.grid([-3, 3], [-3, 3], 5, 3);
    evenly([-3, 3], 3).forEach((y, row) => {
      evenly([-3, 3], 5).forEach((x, column) => {
        expect(grid[row * 5 + column]).toBe(f.slopes({ x, y }).value);
      });
    });
  });

  it.each(['3', 'y', 'x'])('may leave out a variable: %s', (text) => {
    const g = functionOn(engines[name], text);
    expect(g.slopes({ x: 1, y: 2 })).toEqual(
      { '3': { value: 3, x: 0, y: 0 }, y: { value: 2, x: 0, y: 1 }, x: { value: 1, x: 1, y: 0 } }[text],
    );
    expect(g.grid([0, 1], [0, 1], 2, 2)).toHaveLength(4);
  });
});

it('both backends agree to the bit', () => {
  for (const text of [lecture.formula, 'sin(x)*cos(y)', 'x*exp(-(x^2 + y^2)/2)', 'log(x/y)']) {
    const [one, other] = [functionOn(engines.typescript, text), functionOn(engines.wasm, text)];
    expect(sameBits(one.slopes({ x: 0.7, y: -1.3 }), other.slopes({ x: 0.7, y: -1.3 }))).toBe(true);
    expect(sameBits(one.grid([-3, 3], [-3, 3], 9, 9), other.grid([-3, 3], [-3, 3], 9, 9))).toBe(true);
  }
});

describe('the drawing of a surface', () => {
  const box = { x: [-3, 3], y: [-3, 3], z: [0, 7] } as const;
  const view = projection(box, { turn: 32, tilt: 26 }, 560, 500);
  const bowl = (x: number, y: number): number => x ** 2 + y ** 2;

  it('lets a few wild heights leave the window, and has one where nothing is finite', () => {
    const values = [...evenly([0, 1], 100), 1e300, Number.POSITIVE_INFINITY, Number.NaN];
    const [low, high] = heightWindow(values);
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThan(1);
    expect(high).toBeLessThan(2);
    expect(heightWindow([Number.NaN, Number.NEGATIVE_INFINITY])).toEqual([-1, 1]);
    expect(heightWindow([5, 5, 5])).toEqual([4, 6]);
  });

  it('reads heights between the grid’s, and has a hole where one of them is no number', () => {
    const height = heightAt({ columns: 2, rows: 2, values: [0, 1, 2, 3] }, box);
    expect(height(0, 0)).toBe(1.5);
    const holed = heightAt({ columns: 3, rows: 2, values: [Number.NaN, 1, 2, 3, 4, 5] }, box);
    expect(holed(-2, 0)).toBeNaN();
    expect(holed(1.5, 0)).toBe(3);
    expect(holed(0, 0)).toBe(2.5);
  });

  const lines = evenly([-3, 3], 7);
  const placesOf = ({ points }: Patch): Place[] =>
    (points.match(/\S+ \S+/g) ?? []).map((place) => {
      const [x = Number.NaN, y = Number.NaN] = place.split(' ').map(Number);
      return [x, y];
    });
  /** Twice a polygon's area on the page. */
  const area = (places: readonly Place[]): number =>
    Math.abs(
      places.reduce((sum, [x, y], i) => sum + x * (places.at(i - 1)?.[1] ?? 0) - (places.at(i - 1)?.[0] ?? 0) * y, 0),
    );

  it.each([32, 130, 220, 310])('covers what it shows, and draws every line of the net, turned by %i°', (turn) => {
    const seen = projection(box, { turn, tilt: 26 }, 560, 500);
    const flat = (x: number, y: number): number => 3.5 + x / 2 - y / 4;
    const all = patches(seen, flat, lines, lines);
    expect(all.length).toBe(6);
    const corner = (x: number, y: number): Place => seen.place(x, y, flat(x, y));
    const whole = area([corner(-3, -3), corner(3, -3), corner(3, 3), corner(-3, 3)]);
    expect(all.reduce((sum, patch) => sum + area(placesOf(patch)), 0) / whole).toBeCloseTo(1, 2);
    const written = (one: Place, other: Place): string => [one, other].map(pointOf).sort().join(' to ');
    const drawn = new Set(
      all.flatMap((patch) => {
        const places = placesOf(patch);
        return places.map((place, i) => written(place, places.at(i - 1) ?? place));
      }),
    );
    for (const y of lines)
      for (const [i, x] of lines.entries()) {
        if (i === 0) continue;
        const before = lines[i - 1] ?? x;
        expect(drawn).toContain(written(corner(before, y), corner(x, y)));
        expect(drawn).toContain(written(corner(y, before), corner(y, x)));
      }
  });

  it('leaves out patches with holes and cuts off what leaves the box', () => {
    const all = patches(view, bowl, lines, lines);
    const uncut = patches(projection({ ...box, z: [-1, 19] }, { turn: 32, tilt: 26 }, 560, 500), bowl, lines, lines);
    expect(all.length).toBeGreaterThan(uncut.length);
    const numbers = all.flatMap(({ points }) => points.split(' ').map(Number));
    expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(Math.max(...numbers)).toBeLessThan(560);
    expect(patches(view, () => Number.NaN, lines, lines)).toEqual([]);
  });

  it.each([0, 40, 130, 220, 310])(
    'draws from far to near, the planes between what they part, turned by %i°',
    (turn) => {
      const seen = projection(box, { turn, tilt: 30 }, 560, 500);
      const cuts = [
        { hold: 'x', at: 1, curve: true },
        { hold: 'y', at: 2, curve: true },
      ] as const;
      const order = blocks(seen, cuts, 4).map((part) =>
        part.kind === 'sheet'
          ? `plane ${part.cut.hold}`
          : `${(part.xs[0] === 1) === seen.nearer.x ? 'near' : 'far'} ${(part.ys[0] === 2) === seen.nearer.y ? 'near' : 'far'}`,
      );
      expect(order).toEqual(['far far', 'plane y', 'far near', 'plane x', 'near far', 'plane y', 'near near']);
    },
  );

  it('finds the point of the surface under the pointer, on the fold where it was', () => {
    for (const [x, y] of [
      [1, 2],
      [-1.5, 0.3],
      [0, -2],
    ] as const) {
      const found = pick(view, bowl, view.place(x, y, bowl(x, y)), { x: x + 0.1, y: y - 0.1 });
      expect(found.x).toBeCloseTo(x, 2);
      expect(found.y).toBeCloseTo(y, 2);
    }
    expect(pick(view, bowl, [-500, -500], { x: 1, y: 2 })).toEqual({ x: 1, y: 2 });
  });

  it('parts a curve where it leaves the window and where it has a hole', () => {
    const hole = Number.NaN;
    expect(
      within(
        [
          [0, 0],
          [1, 2],
          [2, 0],
          [3, hole],
          [4, 0],
          [5, 1],
        ],
        [0, 1],
      ),
    ).toEqual([
      [
        [0, 0],
        [0.5, 1],
      ],
      [
        [1.5, 1],
        [2, 0],
      ],
      [
        [4, 0],
        [5, 1],
      ],
    ]);
    expect(
      within(
        [
          [0, -1],
          [1, 2],
        ],
        [0, 1],
      )
        .flat()
        .map(([x]) => Number(x.toFixed(3))),
    ).toEqual([0.333, 0.667]);
    expect(tangentOf(0, 0, Number.POSITIVE_INFINITY, [-3, 3], [0, 1])).toEqual([]);
  });
});

describe('the slides about partial derivatives', () => {
  const { open } = stage();

  async function drag(page: Page, selector: string, dx: number, dy: number): Promise<void> {
    const box = await page.locator(`${current} ${selector}`).first().boundingBox();
    if (!box) throw new Error(`expected to see ${selector}`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx / 2, y + dy / 2);
    await page.mouse.move(x + dx, y + dy);
    await page.mouse.up();
  }

  const names = (page: Page): Promise<string | null> =>
    page.locator(`${current} svg.surface`).getAttribute('aria-label');

  it.each(['TypeScript', 'WebAssembly'])('show the lecture’s figures on %s', async (name) => {
    const page = await open('#/partial-both', 2);
    if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
    expect(await figure(page, 'value')).toBe('f(1,2)=3');
    expect(await figure(page, 'dx')).toBe('∂x∂f =2x+y=4');
    expect(await figure(page, 'dy')).toBe('∂y∂f =x=1');
    await page.close();
    const slice = await open('#/partial-slice', 3);
    if ((await backend(slice)) !== name) await slice.keyboard.press('KeyE');
    expect(await figure(slice, 'partial')).toBe('dxd g(x)=∂x∂ f(x,y)=4(x=1)');
    expect(await figure(slice, 'slope-x')).toBe('4');
    await slice.close();
    const knives = await open('#/partial-knives', 3);
    if ((await backend(knives)) !== name) await knives.keyboard.press('KeyE');
    expect([await figure(knives, 'slope-x'), await figure(knives, 'slope-y')]).toEqual(['4', '1']);
    expect(await figure(knives, 'gradient')).toMatch(/=\(4,1\)$/);
  });

  it('the point is dragged over the surface, and moved with the arrow keys', async () => {
    const page = await open('#/partial-both', 2);
    const before = await slideText(page);
    await drag(page, '.point .dot', 40, 30);
    expect(await slideText(page)).not.toBe(before);
    await page.keyboard.press('KeyR');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    expect(await slideText(page)).toBe(before);
    await page.locator(`${current} .point`).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.inputValue('number-field[label="x"] input')).toBe('1.1');
    expect(await figure(page, 'dx')).toBe('∂x∂f =2x+y=4.2');
    await page.keyboard.press('ArrowDown');
    expect(await figure(page, 'dx')).toBe('∂x∂f =2x+y=4.1');
    expect(await names(page)).toContain('(1.1, 1.9)');
    expect(await place(page)).toBe('partial-both 2');
  });

  it('a plane is dragged through the surface, and its curve and slope with it', async () => {
    const page = await open('#/partial-slice', 3);
    const curve = (): Promise<string | null> => page.locator(`${current} .lifted .cut-curve`).getAttribute('d');
    const before = await curve();
    await page.locator(`${current} .handle`).focus();
    for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowDown');
    expect(await page.inputValue('number-field[label="a"] input')).toBe('0');
    expect(await figure(page, 'slope-x')).toBe('2');
    expect(await curve()).not.toBe(before);
    await drag(page, '.handle .ring', -30, 40);
    expect(Number((await page.inputValue('number-field[label="a"] input')).replace('−', '-'))).toBeLessThan(-0.2);
    expect(await page.inputValue('number-field[label="x"] input')).toBe('1');
    expect(await names(page)).toMatch(/평면: y = −\d/);
  });

  it('the surface is turned by its background, with the mouse and with keys', async () => {
    const page = await open('#/partial-notation', 2);
    const turntable = page.locator(`${current} .turntable`);
    await page.mouse.move(110, 200);
    await page.mouse.down();
    await page.mouse.move(170, 200);
    await page.mouse.up();
    expect(await turntable.getAttribute('aria-valuetext')).toBe('350°, 28°');
    await turntable.focus();
    await page.keyboard.press('ArrowUp');
    expect(await turntable.getAttribute('aria-valuetext')).toBe('350°, 33°');
    await page.keyboard.press('KeyR');
    expect(await turntable.getAttribute('aria-valuetext')).toBe('20°, 28°');
  });

  it('another function is chosen or typed: then the derivatives are numbers alone', async () => {
    const page = await open('#/partial-both', 2);
    const field = page.locator('.strip text-field input');
    await field.fill('x*y^2');
    await field.press('Enter');
    expect(await figure(page, 'value')).toBe('f(1,2)=4');
    expect([await figure(page, 'dx'), await figure(page, 'dy')]).toEqual(['∂x∂f =4', '∂y∂f =4']);
    await page.locator('.strip select').selectOption('x^2 - y^2');
    expect(await field.inputValue()).toBe('x^2 - y^2');
    expect([await figure(page, 'dx'), await figure(page, 'dy')]).toEqual(['∂x∂f =2', '∂y∂f =−4']);
    await page.keyboard.press('KeyR');
    expect(await field.inputValue()).toBe(lecture.formula);
  });

  it('a malformed formula is refused with a sentence, and nothing changes', async () => {
    const page = await open('#/partial-both', 2);
    const before = await slideText(page);
    const field = page.locator('.strip text-field input');
    for (const [text, sentence] of [
      ['x^2 +', '막혔다'],
      ['xy', 'xy 대신 x*y라고 쓴다.'],
      ['alert(x)', '모르는 이름'],
      ['z', '모르는 이름'],
      ['', '식을 입력한다.'],
    ] as const) {
      await field.fill(text);
      await field.press('Enter');
      expect(await page.locator('.strip text-field .fault').textContent()).toContain(sentence);
      expect(await slideText(page)).toBe(before);
    }
    await field.press('Escape');
    expect(await field.inputValue()).toBe(lecture.formula);
  });

  it.each([
    ['log(x)', 'f(1,2)=0'],
    ['1/(x - 1)', 'f(1,2)=∞'],
    ['sqrt(-x)', 'f(1,2)=—'],
    ['exp(exp(x*y))', 'f(1,2)=1618'],
    ['5', 'f(1,2)=5'],
  ])('%s, with its holes or its cliffs, is drawn all the same', async (text, value) => {
    const page = await open('#/partial-both', 2);
    await page.locator('.strip text-field input').fill(text);
    await page.locator('.strip text-field input').press('Enter');
    expect(await figure(page, 'value')).toBe(value);
    const drawn = await page.locator(`${current} svg.surface`).innerHTML();
    expect(drawn).not.toMatch(/NaN|Infinity/);
    expect(await page.locator(`${current} .patch`).count()).toBeGreaterThan(10);
  });
});

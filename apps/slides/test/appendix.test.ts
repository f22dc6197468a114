import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { classesOn, pictures } from '../src/lesson/classes.ts';
import { descend } from '../src/lesson/descent.ts';
import { trainingOn } from '../src/lesson/network.ts';
import { neuron, neuronStep, weightsAfter } from '../src/lesson/neuron.ts';
import { lecturePoints } from '../src/lesson/points.ts';
import { regressionOn } from '../src/lesson/regression.ts';
import { bitsOf, lastBitFlipped, relay } from '../src/lesson/relay.ts';
import { Trajectory, withRate } from '../src/lesson/trajectory.ts';
import { sameBits } from '../src/store/bits.ts';
import { engines } from '../src/store/engine.ts';
import { cases } from '../src/timing/cases.ts';
import { backend, current, figure, place, slideText } from './deck.ts';
import { stage } from './stage.ts';

const { typescript, wasm } = engines;
const lessons = { T: regressionOn(typescript), W: regressionOn(wasm) };
const start = { a: -1.2, b: 2.2 };

describe('the relay', () => {
  it('gives the bits of either backend alone, whoever runs', () => {
    const alone = descend(lessons.T, lecturePoints, start, 0.02, 40);
    for (const runners of ['T'.repeat(40), 'W'.repeat(40), 'TTTWWWTW'.repeat(5), 'TW'.repeat(20)]) {
      const run = relay(lessons)(lecturePoints, start, 0.02, runners);
      expect(sameBits(run.path, alone.path)).toBe(true);
      expect(sameBits(run.slopes, alone.slopes)).toBe(true);
    }
  });

  it('goes back and on again from what it kept', () => {
    const run = relay(lessons);
    const first = run(lecturePoints, start, 0.02, 'TTWW');
    expect(run(lecturePoints, start, 0.02, 'TT').path).toEqual(first.path.slice(0, 3));
    expect(run(lecturePoints, start, 0.02, 'TTWWT').path.slice(0, 5)).toEqual(first.path);
    expect(run(lecturePoints, { a: 0, b: 0 }, 0.02, 'T').path[0]).toEqual({ a: 0, b: 0 });
  });

  it('writes a double as its sign, exponent and fraction', () => {
    expect(bitsOf(1)).toBe(`0${'01111111111'}${'0'.repeat(52)}`);
    expect(bitsOf(-2)).toBe(`1${'10000000000'}${'0'.repeat(52)}`);
    expect(lastBitFlipped(1)).toBe(1 + Number.EPSILON);
    expect(lastBitFlipped(lastBitFlipped(0.1))).toBe(0.1);
  });
});

describe('one neuron', () => {
  const at = { x1: 1, x2: 2, w1: 0.6, w2: -0.4, b: 0.5, target: 1, activation: 'sigmoid' } as const;

  it.each(Object.entries(engines))('multiplies upstream by local at every node on %s', (_, engine) => {
    const found = neuron(engine, at);
    const y = 1 / (1 + Math.exp(-0.3));
    expect(found.value('s')).toBeCloseTo(0.3, 12);
    expect(found.value('L')).toBeCloseTo((y - 1) ** 2, 12);
    expect(found.gradient('y')).toBeCloseTo(2 * (y - 1), 12);
    expect(found.local('s')).toBeCloseTo(y * (1 - y), 12);
    expect(found.gradient('s')).toBe(found.gradient('y') * found.local('s'));
    expect(found.gradient('w2')).toBe(found.gradient('s') * 2);
    expect(found.gradient('b')).toBe(found.gradient('s'));
    expect(neuronStep(engine)(at, at, 1).w1).toBe(0.6 - found.gradient('w1'));
  });

  it('learns to the same bits on both backends', () => {
    for (const activation of ['sigmoid', 'tanh', 'relu'] as const) {
      const [one, other] = [typescript, wasm].map((engine) => weightsAfter(engine, { ...at, activation }, 0.1, 50));
      expect(sameBits(one, other)).toBe(true);
      expect(neuron(wasm, { ...at, activation, ...one }).value('L')).toBeLessThan(
        neuron(wasm, { ...at, activation }).value('L'),
      );
    }
  });
});

describe('the small network', () => {
  it.each(pictures)('draws %s from a seed, and trains on it, to the same bits on both backends', (picture) => {
    const [one, other] = [typescript, wasm].map((engine) => {
      const data = classesOn(engine)(picture, 3);
      const training = trainingOn(engine);
      let trained = training.start(3, 4, data);
      for (let k = 0; k < 20; k += 1) trained = training.step(trained, data, 0.6);
      return { data, trained, scores: training.scores(trained.network, data.x, data.y) };
    });
    expect(sameBits(one, other)).toBe(true);
    expect(one?.data.x.every((x) => Math.abs(x) < 2)).toBe(true);
    expect(one?.trained.loss).toBeLessThan(trainingOn(wasm).start(3, 4, classesOn(wasm)(picture, 3)).loss);
  });

  it('stands for the same network whichever way and on whichever backend it was reached', () => {
    const recipe = { data: classesOn(wasm)('moons', 1), seed: 1, width: 8, rates: [[0, 0.6]] as const };
    const straight = new Trajectory().at(trainingOn(wasm), recipe, 60);
    const winding = new Trajectory();
    winding.at(trainingOn(typescript), recipe, 30);
    winding.at(trainingOn(wasm), recipe, 70);
    winding.at(trainingOn(wasm), { ...recipe, rates: withRate(recipe.rates, 40, 0.1) }, 55);
    winding.at(trainingOn(typescript), { ...recipe, seed: 2 }, 3);
    winding.at(trainingOn(typescript), recipe, 12);
    expect(sameBits(winding.at(trainingOn(wasm), recipe, 60), straight)).toBe(true);
    expect(winding.curve(60, 10).at).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60]);
  });

  it('takes another learning rate from the step on where it was chosen', () => {
    expect(withRate(withRate([[0, 0.6]], 40, 0.1), 40, 0.2)).toEqual([
      [0, 0.6],
      [40, 0.2],
    ]);
    expect(
      withRate(
        [
          [0, 0.6],
          [40, 0.2],
        ],
        0,
        1,
      ),
    ).toEqual([[0, 1]]);
  });
});

describe('in the browser', () => {
  const { open } = stage();
  const stepOf = async (page: Page): Promise<number> => Number((await figure(page, 'step')).split('=')[1]);

  it('the baton goes over when E is pressed during a run, all bits stay equal, and previous takes the run back', async () => {
    const page = await open('#/engine-relay');
    for (let click = 0; click < 3; click += 1) await page.keyboard.press('PageDown');
    const before = await slideText(page);
    await page.keyboard.press('KeyP');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(4);
    await page.keyboard.press('KeyE');
    const handed = await stepOf(page);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(handed + 2);
    await page.keyboard.press('KeyP');
    const verdicts = await page.locator(`${current} .verdict`).allTextContents();
    expect(verdicts.map((text) => text.trim())).toEqual(['64 / 64', '64 / 64', '64 / 64']);
    const done = await page.locator(`${current} relay-lanes`).getAttribute('runners');
    expect(done).toMatch(/^TTTW+T+/);
    await page.keyboard.press('PageUp');
    expect(await slideText(page)).toBe(before);
  });

  it('a step is handed over by a press or a key, and a flipped bit is seen', async () => {
    const page = await open('#/engine-relay');
    await page.locator(`${current} .runner`).first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(`${current} relay-lanes`).getAttribute('runners')).toBe('WTTWWWTW');
    await page.getByRole('button', { name: '비트 하나 뒤집기' }).click();
    expect(await page.locator(`${current} .differs`).count()).toBe(1);
  });

  it('a weight is dragged, and a run changes it until the loss is small', async () => {
    const page = await open('#/one-neuron');
    const pill = page.locator(`${current} .pill.w1`);
    await pill.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.inputValue('number-field[label="w₁"] input')).toBe('0.7');
    await page.fill('number-field[label="w₁"] input', 'seven');
    expect(await pill.getAttribute('aria-valuenow')).toBe('0.7');
    await page.keyboard.press('Escape');
    await page.keyboard.press('KeyP');
    await expect.poll(async () => Number(await pill.getAttribute('aria-valuenow'))).toBeGreaterThan(1);
    await page.keyboard.press('KeyP');
    await page.keyboard.press('PageUp');
    expect(await pill.getAttribute('aria-valuenow')).toBe('0.7');
  });

  it('the training runs, changes its backend on the way, pauses, and is reset', async () => {
    const page = await open('#/small-network');
    const before = await slideText(page);
    await page.keyboard.press('KeyP');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(20);
    const name = await backend(page);
    await page.keyboard.press('KeyE');
    const handed = await stepOf(page);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(handed + 4);
    expect(await backend(page)).not.toBe(name);
    await page.keyboard.press('KeyP');
    const paused = await stepOf(page);
    await page.waitForTimeout(300);
    expect(await stepOf(page)).toBe(paused);
    expect(await figure(page, 'speed-wasm')).toMatch(/step\/s$/);
    expect(await figure(page, 'speed-typescript')).toMatch(/step\/s$/);
    await page.keyboard.press('KeyR');
    expect(await slideText(page)).toBe(before);
    expect(await place(page)).toBe('small-network 0');
  });

  it('points are added, moved and deleted, and training begins anew', async () => {
    const page = await open('#/small-network');
    for (let click = 0; click < 2; click += 1) await page.keyboard.press('PageDown');
    expect(await stepOf(page)).toBe(10);
    const points = page.locator(`${current} .point`);
    expect(await points.count()).toBe(48);
    const box = await page.locator(`${current} .ground`).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
    expect(await points.count()).toBe(49);
    expect(await stepOf(page)).toBe(0);
    const added = points.last();
    const at = await added.getAttribute('aria-valuenow');
    await added.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number(await added.getAttribute('aria-valuenow'))).toBeCloseTo(Number(at) + 0.1, 10);
    await page.keyboard.press('Delete');
    expect(await points.count()).toBe(48);
  });

  it('both backends are timed, checked first; a pause keeps what there is, and previous takes it back', {
    timeout: 240_000,
  }, async () => {
    const page = await open('#/both-backends');
    const ratios = page.locator(`${current} timing-plot .ratio`);
    const measured = async (): Promise<number> =>
      (await ratios.allTextContents()).filter((text) => text.endsWith('×')).length;
    const picture = page.locator(`${current} timing-plot svg`);
    expect(await measured()).toBe(0);
    expect(await picture.getAttribute('aria-label')).toContain('아직 잰 것이 없다');
    await page.keyboard.press('KeyP');
    await expect.poll(measured, { timeout: 120_000 }).toBeGreaterThan(0);
    await page.keyboard.press('KeyP');
    const paused = await measured();
    expect(await picture.getAttribute('aria-label')).toMatch(
      /n = 1000: TypeScript [\d.]+ (μs|ms), WebAssembly [\d.]+ (μs|ms)\./,
    );
    await page.keyboard.press('KeyP');
    await expect.poll(measured, { timeout: 120_000 }).toBe(cases.length);
    expect(paused).toBeLessThanOrEqual(cases.length);
    await expect.poll(() => page.locator(`${current} .remark`).textContent()).toContain('답은 모두 맞았다');
    await page.keyboard.press('PageUp');
    expect(await measured()).toBe(0);
    expect(await place(page)).toBe('both-backends 0');
  });
});

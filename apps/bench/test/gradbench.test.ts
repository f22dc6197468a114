// GradBench's objectives on both packages, and its protocol over pipes.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { BaInput, GmmInput, HtInput, KmeansInput, LstmInput } from '../src/gradbench/inputs.ts';
import { modules } from '../src/gradbench/modules/index.ts';
import { type Answer, respond } from '../src/gradbench/protocol.ts';
import { backendNames, loadBackend } from '../src/objectives/backends.ts';
import { rightReprojection } from '../src/reference/objectives/ba.ts';
import { rightDet } from '../src/reference/objectives/det.ts';
import { rightGmm } from '../src/reference/objectives/gmm.ts';
import { rightKmeans } from '../src/reference/objectives/kmeans.ts';
import { rightLlsq } from '../src/reference/objectives/llsq.ts';
import { rightLse } from '../src/reference/objectives/lse.ts';
import { rightLstm } from '../src/reference/objectives/lstm.ts';
import { seeded } from '../src/seeded.ts';
import { wrongness } from '../src/workload.ts';
import { det, gmm, kmeans, llsq, lse, lstm } from '../src/workloads/gradbench.ts';

const apis = await Promise.all(backendNames.map(async (name) => [name, await loadBackend(name)] as const));

describe.each(apis)('on %s', (_name, api) => {
  const ask = (module: string, name: string, input: unknown): unknown => {
    const message = { id: 1, kind: 'evaluate', module, function: name, input } as const;
    const { success, output, error } = respond(message, { api, modules, tool: 'chainrule' });
    expect(error).toBeUndefined();
    expect(success).toBe(true);
    return output;
  };
  const numbers = (output: unknown): number[] => [output].flat(9) as number[];
  /** The module's answer against the tape's. */
  const check = (module: string, name: string, input: unknown, expected: readonly ArrayLike<number>[]): void => {
    const right = expected.flatMap((list) => Array.from(list));
    expect(wrongness([numbers(ask(module, name, input))], [right], 1e-12)).toBeUndefined();
  };

  test('hello', () => {
    expect([ask('hello', 'square', 3), ask('hello', 'double', 9)]).toEqual([9, 18]);
  });

  test.each([1, 2, 50])('lse of %i numbers', (size) => {
    const { x } = lse.data(size);
    const { value, gradient } = rightLse(x);
    check('lse', 'primal', { x }, [[value]]);
    check('lse', 'gradient', { x }, gradient);
  });

  test('llsq', () => {
    const input = llsq.data([32, 7]);
    const { value, gradient } = rightLlsq(input.x, input.n);
    check('llsq', 'primal', input, [[value]]);
    check('llsq', 'gradient', input, gradient);
  });

  test.each([1, 2, 5, 6])('det of %i rows', (size) => {
    const input = det.data(size);
    const { value, gradient } = rightDet(input.A, size);
    check('det', 'primal', input, [[value]]);
    check('det', 'gradient', input, gradient);
  });

  test('kmeans', () => {
    const input: KmeansInput = kmeans.data([4, 60, 3]);
    const { value, step } = rightKmeans(input);
    check('kmeans', 'cost', input, [[value]]);
    check('kmeans', 'dir', input, [step]);
  });

  test.each([
    [1, 2, 10, 0],
    [3, 4, 25, 0],
    [2, 3, 20, 2],
  ])('gmm with d = %i, k = %i, n = %i, m = %i', (d, k, n, m) => {
    const input: GmmInput = { ...gmm.data([d, k, n]), m, gamma: 0.75 };
    const { value, gradient } = rightGmm(input);
    check('gmm', 'objective', input, [[value]]);
    const by = ask('gmm', 'jacobian', input) as Record<'alpha' | 'mu' | 'q' | 'l', unknown>;
    const mine = [by.alpha, by.mu, by.q, by.l].flatMap(numbers);
    const right = gradient.flatMap((list) => Array.from(list));
    expect(wrongness([mine], [right], 1e-12)).toBeUndefined();
  });

  test('lstm', () => {
    const input: LstmInput = lstm.data([2, 12]);
    const { value, gradient } = rightLstm(input);
    check('lstm', 'objective', input, [[value]]);
    check('lstm', 'jacobian', input, gradient);
  });

  test('ba, with rows and columns of the sparse matrix', () => {
    const input: BaInput = {
      n: 2,
      m: 3,
      p: 12,
      cam: [0.1, -0.2, 0.05, 0.3, 0.1, -5, 800, 10, -20, -0.05, 0.01],
      x: [0.4, -0.3, 0.2],
      w: 0.75,
      feat: [30, -40],
    };
    const { error, block } = rightReprojection(input.cam, input.x, input.w, input.feat);
    const objective = ask('ba', 'objective', input) as {
      reproj_error: { elements: number[]; repeated: number };
      w_err: { element: number; repeated: number };
    };
    expect(wrongness([objective.reproj_error.elements], [error], 1e-12)).toBeUndefined();
    expect(objective).toMatchObject({
      reproj_error: { repeated: 12 },
      w_err: { element: 1 - 0.75 ** 2, repeated: 12 },
    });
    const { rows, cols, vals } = ask('ba', 'jacobian', input) as Record<'rows' | 'cols' | 'vals', number[]>;
    expect(wrongness([vals], [[...block.flat(), -1.5]], 1e-12)).toBeUndefined();
    expect(rows.slice(0, 3)).toEqual([0, 15, 30]);
    expect([rows.length, rows.at(-1)]).toEqual([31, 12 * 31]);
    const columns = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 22, 23, 24, 31];
    expect(cols).toEqual([...columns, ...columns, 42]);
  });

  test('ode, whose last element is a power series in its inputs', () => {
    // y₀ = x₀ t, y₁ = x₀ x₁ t²/2, y₂ = x₀ x₁ x₂ t³/6 at t = 2: Runge-Kutta is exact for polynomials of that degree.
    const input = { x: [0.5, 0.25, 0.75], s: 10 };
    const [a, b, c] = input.x as [number, number, number];
    check('ode', 'primal', input, [[2 * a, 2 * a * b, (4 / 3) * a * b * c]]);
    check('ode', 'gradient', input, [[(4 / 3) * b * c, (4 / 3) * a * c, (4 / 3) * a * b]]);
  });

  describe('ht', () => {
    const hand = handInput();

    test.each([
      ['at vertices', hand],
      [
        'at vertices of a mirrored hand',
        { ...hand, data: { ...hand.data, model: { ...hand.data.model, is_mirrored: true } } },
      ],
      [
        'within triangles',
        {
          ...hand,
          us: [
            [0.2, 0.3],
            [0.5, 0.1],
            [0.3, 0.3],
            [0.1, 0.6],
          ],
        },
      ],
    ])('has residuals and the slopes of residuals %s', (_where, input: HtInput) => {
      const residuals = (theta: readonly number[], us: HtInput['us']): number[] =>
        ask('ht', 'objective', { ...input, theta, us }) as number[];
      const jacobian = ask('ht', 'jacobian', input) as number[][];
      expect(jacobian).toHaveLength(12);
      const own = input.us.length === 0 ? 0 : 2;
      const step = 1e-5;
      const nudged = (list: readonly number[], at: number, by: number): number[] =>
        list.map((value, i) => (i === at ? value + by : value));
      for (let column = 0; column < own + input.theta.length; column++) {
        const at = (by: number): number[] =>
          column < own
            ? residuals(
                input.theta,
                (input.us as number[][]).map((pair) => nudged(pair, column, by)),
              )
            : residuals(nudged(input.theta, column - own, by), input.us);
        const [ahead, behind] = [at(step), at(-step)];
        ahead.forEach((value, row) => {
          expect(jacobian[row]?.[column]).toBeCloseTo((value - (behind[row] as number)) / (2 * step), 6);
        });
      }
    });

    test('a hand that is not posed is where its model has it', () => {
      const theta = hand.theta.map(() => 0);
      const { points, correspondences, model } = hand.data;
      const expected = points.flatMap((point, i) =>
        point.map((at, axis) => at - (model.base_positions[correspondences[i] as number]?.[axis] as number)),
      );
      const mine = ask('ht', 'objective', { ...hand, theta }) as number[];
      for (const [i, value] of mine.entries()) expect(value).toBeCloseTo(expected[i] as number, 12);
    });
  });
});

/** A hand of 22 bones in a row, whose bases and inverses belong to each other. */
function handInput(): HtInput {
  const random = seeded(77);
  const bones = 22;
  const vertices = 6;
  const shift = (offsets: readonly number[]): number[][] => [
    [1, 0, 0, offsets[0] as number],
    [0, 1, 0, offsets[1] as number],
    [0, 0, 1, offsets[2] as number],
    [0, 0, 0, 1],
  ];
  const offsets = Array.from({ length: bones }, () => Array.from(random.uniform(3, -1, 1)));
  const parents = offsets.map((_, bone) => (bone === 0 ? -1 : Math.floor((bone - 1) / 2)));
  const absolute = (bone: number): number[] =>
    bone < 0 ? [0, 0, 0] : absolute(parents[bone] as number).map((at, i) => at + (offsets[bone]?.[i] as number));
  const rows = (count: number, width: number, from: number): number[][] =>
    Array.from({ length: count }, () => Array.from(random.uniform(width, from, 1)));
  return {
    theta: Array.from(random.uniform(26, -0.5, 0.5)),
    us: [],
    data: {
      correspondences: [0, 3, 5, 1],
      points: rows(4, 3, -1),
      model: {
        bone_count: bones,
        parents,
        base_relatives: offsets.map(shift),
        inverse_base_absolutes: offsets.map((_, bone) => shift(absolute(bone).map((at) => -at))),
        base_positions: rows(vertices, 3, -1).map((row) => [...row, 1]),
        // Each vertex hangs on all bones, in shares that sum to one.
        weights: rows(vertices, bones, 0).map((row) => {
          const total = row.reduce((sum, share) => sum + share);
          return row.map((share) => share / total);
        }),
        triangles: [
          [0, 1, 2],
          [1, 2, 3],
          [2, 3, 4],
          [3, 4, 5],
          [0, 4, 5],
          [0, 2, 5],
        ],
        is_mirrored: false,
      },
    },
  };
}

/** Sends messages to a process one by one, as the drivers do; gives its answers. */
async function talk(
  args: readonly string[],
  messages: readonly object[],
): Promise<{ answers: Answer[]; code: number }> {
  const path = fileURLToPath(new URL('../src/gradbench.ts', import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answers: Answer[] = [];
  for (const [id, message] of messages.entries()) {
    child.stdin.write(`${JSON.stringify({ id, ...message })}\n`);
    const { value, done } = await lines.next();
    if (done) break;
    answers.push(JSON.parse(value));
  }
  child.stdin.end();
  return { answers, code: await ended };
}

describe('over pipes', () => {
  test('each message is answered before the next, and the end of input ends the process', async () => {
    const { answers, code } = await talk(
      [],
      [
        { kind: 'start', eval: 'hello' },
        { kind: 'define', module: 'hello' },
        { kind: 'evaluate', module: 'hello', function: 'square', input: 3 },
        { kind: 'analysis', of: 2, valid: true },
        { kind: 'evaluate', module: 'lse', function: 'gradient', input: { x: [0, 0], min_runs: 3, min_seconds: 0 } },
      ],
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: 0, tool: 'chainrule-wasm' },
      { id: 1, success: true },
      { id: 2, success: true, output: 9, timings: [{ name: 'evaluate', nanoseconds: expect.any(Number) }] },
      { id: 3 },
      { id: 4, success: true, output: [0.5, 0.5], timings: new Array(3).fill(expect.anything()) },
    ]);
  });

  test('unknown modules, functions and bad inputs are answers too', async () => {
    const { answers } = await talk(
      ['--backend', 'core'],
      [
        { kind: 'start' },
        { kind: 'define', module: 'saddle' },
        { kind: 'define', module: 'toString' },
        { kind: 'evaluate', module: 'particle', function: 'ff', input: {} },
        { kind: 'evaluate', module: 'lse', function: 'hessian', input: { x: [1] } },
        { kind: 'evaluate', module: 'det', function: 'primal', input: { A: [1, 2, 3], ell: 2 } },
        { kind: 'something new' },
      ],
    );
    expect(answers.map(({ success }) => success)).toEqual([undefined, false, false, false, false, false, undefined]);
    expect(answers[0]?.tool).toBe('chainrule-core');
    expect(answers[1]?.error).toBe('no module saddle; there are ba, det, gmm, hello, ht, kmeans, llsq, lse, lstm, ode');
    expect(answers[4]?.error).toBe('lse has no function hessian');
    expect(answers[5]?.error).toMatch(/reshape/);
  });

  test('a function is run until both the least runs and the least seconds are reached', async () => {
    const input = { x: [1, 2], min_runs: 1, min_seconds: 0.05 };
    const { answers } = await talk([], [{ kind: 'evaluate', module: 'lse', function: 'primal', input }]);
    const timings = answers[0]?.timings ?? [];
    expect(timings.reduce((sum, { nanoseconds }) => sum + nanoseconds, 0)).toBeGreaterThanOrEqual(0.05e9);
  });

  test('an unknown backend lists the known ones', async () => {
    const { answers, code } = await talk(['--backend', 'gpu'], [{ kind: 'start' }]);
    expect([answers, code]).toEqual([[], 1]);
  });
});

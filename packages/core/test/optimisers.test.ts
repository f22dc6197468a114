// Optimisers: their formulas step by step, what stays the same from step to step, and schedules.

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  adam,
  adamW,
  add,
  compile,
  DTypeError,
  grad,
  linspace,
  mse,
  mul,
  type Operand,
  rmsProp,
  ShapeError,
  scan,
  schedules,
  sgd,
  tensor,
  valueAndGrad,
  vmap,
  zeros,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

describe('bad input', () => {
  const table: readonly (readonly [string, () => unknown, new (m: string) => Error, string])[] = [
    [
      'a negative learning rate',
      () => sgd({ learningRate: -1 }),
      ArgumentError,
      'sgd: expected learningRate as a number, not negative, or a schedule, got -1',
    ],
    [
      'a momentum of 1',
      () => sgd({ learningRate: 1, momentum: 1 }),
      ArgumentError,
      'sgd: expected momentum as a number from 0 to below 1, got 1',
    ],
    [
      'a decay above 1',
      () => rmsProp({ decay: 2 }),
      ArgumentError,
      'rmsProp: expected decay as a number from 0 to below 1',
    ],
    [
      'a negative beta',
      () => adam({ beta2: -0.1 }),
      ArgumentError,
      'adam: expected beta2 as a number from 0 to below 1',
    ],
    [
      'an infinite epsilon',
      () => adam({ epsilon: Number.POSITIVE_INFINITY }),
      ArgumentError,
      'adam: expected epsilon as a finite number, not negative, got Infinity',
    ],
    ['a negative weight decay', () => adamW({ weightDecay: -1 }), ArgumentError, 'adamW: expected weightDecay'],
    [
      'parameters that are whole numbers',
      () => adam().init({ n: tensor([1], { dtype: 'i32' }) }),
      DTypeError,
      'adam: parameters, .n: expected f64 or f32 to be trained, got i32[1]; keep what is not trained outside the parameters',
    ],
    [
      'a gradient of another form',
      () => adam().update({ w: 1 }, untyped({ v: 1 }), adam().init({ w: 1 })),
      ArgumentError,
      'adam: the gradient has another form than the parameters; expected the same keys and lengths',
    ],
    [
      'a gradient of another shape',
      () => adam().update({ w: [1, 2] }, { w: [1, 2, 3] }, adam().init({ w: [1, 2] })),
      ShapeError,
      'adam: the gradient, .w: expected the shape of the parameter, f64[2], got f64[3]',
    ],
    [
      'the state of other parameters',
      () => adam().update({ w: 1 }, { w: 1 }, untyped(adam().init({ v: 1 }))),
      ArgumentError,
      'adam: mean of the state has another form than the parameters',
    ],
    [
      'a schedule of no steps',
      () => schedules.cosineDecay({ initial: 1, steps: 0 }),
      ArgumentError,
      'schedules.cosineDecay: expected steps as a finite number above 0, got 0',
    ],
    [
      'a negative factor',
      () => schedules.exponentialDecay({ initial: 1, factor: -1, steps: 1 }),
      ArgumentError,
      'schedules.exponentialDecay: expected factor as a number, not negative, got -1',
    ],
  ];
  test.each(table)('%s: throws a sentence that says so', (_name, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});

/** Three steps of a formula, written with numbers, beside the optimiser: gradients 1, −2, 0.5 from the parameter 3. */
const gradients = [1, -2, 0.5];

describe('formulas', () => {
  test('sgd goes down the gradient', () => {
    const optimiser = sgd({ learningRate: 0.25 });
    const [p, state] = optimiser.update(3, 2, optimiser.init(3));
    expect(p).toBe(2.5);
    expect(state).toEqual({ step: 1 });
  });

  test('momentum keeps a share of the velocity', () => {
    const optimiser = sgd({ learningRate: 0.5, momentum: 0.5 });
    let [p, v] = [3, 0];
    let [parameter, state] = [3, optimiser.init(3)];
    for (const g of gradients) {
      v = 0.5 * v - 0.5 * g;
      p += v;
      [parameter, state] = optimiser.update(parameter, g, state);
      expect([parameter, state.velocity]).toEqual([p, v]);
    }
  });

  test('nesterov is the look-ahead of the paper, with the points where the gradient is taken as parameters', () => {
    const f = (x: number): number => 4 * x;
    const optimiser = sgd({ learningRate: 0.125, momentum: 0.5, nesterov: true });
    let [theta, v] = [3, 0];
    let [parameter, state] = [3, optimiser.init(3)];
    for (let i = 0; i < 4; i++) {
      expect(parameter).toBe(theta + 0.5 * v);
      v = 0.5 * v - 0.125 * f(theta + 0.5 * v);
      theta += v;
      [parameter, state] = optimiser.update(parameter, f(parameter), state);
    }
  });

  test('rmsProp divides by the root of the running mean square', () => {
    const optimiser = rmsProp({ learningRate: 0.1 });
    let [p, s] = [3, 0];
    let [parameter, state] = [3, optimiser.init(3)];
    for (const g of gradients) {
      s = 0.9 * s + (1 - 0.9) * (g * g);
      p -= (0.1 * g) / (Math.sqrt(s) + 1e-8);
      [parameter, state] = optimiser.update(parameter, g, state);
      expect(parameter).toBeCloseTo(p, 14);
    }
    expect(state.step).toBe(3);
  });

  test.each([
    ['adam', adam({ learningRate: 0.1 }), 0],
    ['adamW', adamW({ learningRate: 0.1, weightDecay: 0.5 }), 0.5],
  ])('%s corrects both means for their start at 0', (_name, optimiser, decay) => {
    let [p, m, v] = [3, 0, 0];
    let [parameter, state] = [3, optimiser.init(3)];
    gradients.forEach((g, i) => {
      m = 0.9 * m + (1 - 0.9) * g;
      v = 0.999 * v + (1 - 0.999) * g * g;
      const direction = m / (1 - 0.9 ** (i + 1)) / (Math.sqrt(v / (1 - 0.999 ** (i + 1))) + 1e-8);
      p -= 0.1 * (direction + decay * p);
      [parameter, state] = optimiser.update(parameter, g, state);
      expect(parameter).toBeCloseTo(p, 12);
    });
  });

  test('the first step of adam is as long as the learning rate, whatever the gradient', () => {
    const optimiser = adam({ learningRate: 0.1, epsilon: 0 });
    for (const g of [1e-6, 1, 1e6]) expect(optimiser.update(0, g, optimiser.init(0))[0]).toBeCloseTo(-0.1, 12);
  });
});

const x = linspace(-1, 1, 20);
const y = add(mul(2, x), 1);
type Line = { w: Operand; b: Operand };
const loss = ({ w, b }: Line): Operand => mse(add(mul(w, x), b), y);

const optimisers = [
  ['sgd', sgd({ learningRate: 0.5 })],
  ['sgd with momentum', sgd({ learningRate: 0.1, momentum: 0.9 })],
  ['sgd with nesterov', sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true })],
  ['rmsProp', rmsProp({ learningRate: schedules.exponentialDecay({ initial: 0.05, factor: 0.5, steps: 40 }) })],
  ['adam', adam({ learningRate: schedules.cosineDecay({ initial: 0.1, steps: 300 }) })],
  ['adamW', adamW({ learningRate: 0.05, weightDecay: 0 })],
] as const;

describe.each(optimisers)('%s', (_name, untypedOptimiser) => {
  const optimiser = untypedOptimiser as ReturnType<typeof adam>;

  test('fits a line; a compiled step is traced once, and keeps the kinds of what it is given', () => {
    let traces = 0;
    const step = compile((parameters: Line, state: ReturnType<typeof optimiser.init<Line>>) => {
      traces++;
      return optimiser.update(parameters, grad(loss)(parameters), state);
    });
    const first: Line = { w: 0, b: Float64Array.of(0) };
    let [parameters, state] = [first, optimiser.init(first)];
    for (let i = 0; i < 300; i++) [parameters, state] = step(parameters, state);
    expect(traces).toBe(1);
    expect(state.step).toBe(300);
    expect(parameters.b).toBeInstanceOf(Float64Array);
    expect(parameters.w).toBeCloseTo(2, 3);
    expect((parameters.b as Float64Array)[0]).toBeCloseTo(1, 2);
  });

  test('gives the same bits step by step, compiled, and in a scan', () => {
    const first = { w: 0, b: zeros([1]) };
    const update = (parameters: typeof first, state: ReturnType<typeof optimiser.init<typeof first>>) =>
      optimiser.update(parameters, grad(loss)(parameters), state);
    const compiled = compile(update);
    let direct = [first, optimiser.init(first)] as ReturnType<typeof update>;
    let fast = direct;
    for (let i = 0; i < 10; i++) {
      direct = update(...direct);
      fast = compiled(...fast);
    }
    const [carry] = scan(
      untyped<(carry: typeof direct) => [typeof direct, number]>(([parameters, state]: typeof direct) => [
        update(parameters, state),
        valueAndGrad(loss)(parameters)[0],
      ]),
      [first, optimiser.init(first)],
      null,
      { length: 10 },
    );
    const plain = JSON.stringify(direct);
    expect(JSON.stringify(fast)).toBe(plain);
    expect(JSON.stringify(carry)).toBe(plain);
  });

  test('keeps f32 parameters f32, mapped over learning runs too', () => {
    const parameters = { w: tensor([1, 2], { dtype: 'f32' }) };
    const [next, state] = optimiser.update(parameters, { w: [1, 1] }, optimiser.init(parameters));
    expect(next.w.dtype).toBe('f32');
    expect(optimiser.update(next, { w: [1, 1] }, state)[0].w.dtype).toBe('f32');
    const run = vmap((w: Operand) => optimiser.update({ w }, { w }, optimiser.init({ w })));
    const [mapped, states] = run(tensor([[1], [2]], { dtype: 'f32' }));
    expect((mapped as unknown as { w: { dtype: string } }).w.dtype).toBe('f32');
    const again = vmap((w: Operand, s: unknown) => optimiser.update({ w }, { w }, untyped(s)));
    const [later] = again(untyped<{ w: Operand }>(mapped).w, untyped(states));
    expect((later as unknown as { w: { dtype: string } }).w.dtype).toBe('f32');
  });
});

test('a learning rate may be traced, and gradients flow to it', () => {
  const after = (rate: number): Operand => {
    const optimiser = sgd({ learningRate: rate });
    return optimiser.update(3, 2, optimiser.init(3))[0];
  };
  expect(grad(after)(0.1)).toBe(-2);
});

describe('schedules', () => {
  const rates = (schedule: schedules.Schedule, steps: readonly number[]): number[] =>
    steps.map((step) => schedule(step) as number);

  test('constant stays', () => {
    expect(rates(schedules.constant(0.5), [0, 10])).toEqual([0.5, 0.5]);
  });

  test('linear goes from one rate to another and stays there', () => {
    expect(rates(schedules.linear({ from: 1, to: 0, steps: 4 }), [0, 1, 4, 9])).toEqual([1, 0.75, 0, 0]);
  });

  test('exponentialDecay multiplies by the factor every so many steps', () => {
    const options = { initial: 2, factor: 0.25, steps: 2 };
    expect(rates(schedules.exponentialDecay(options), [0, 1, 2, 4])).toEqual([2, 1, 0.5, 0.125]);
    expect(rates(schedules.exponentialDecay({ ...options, staircase: true }), [0, 1, 2, 3])).toEqual([2, 2, 0.5, 0.5]);
  });

  test('cosineDecay falls as half a cosine wave and stays', () => {
    const found = rates(schedules.cosineDecay({ initial: 1, steps: 4, final: 0.5 }), [0, 2, 4, 9]);
    [1, 0.75, 0.5, 0.5].forEach((rate, i) => {
      expect(found[i]).toBeCloseTo(rate, 15);
    });
  });

  test('warmup rises to the first rate of what follows it', () => {
    const after = schedules.linear({ from: 1, to: 0, steps: 4 });
    expect(rates(schedules.warmup({ steps: 2, after }), [0, 1, 2, 3, 6])).toEqual([0.5, 1, 1, 0.75, 0]);
    expect(rates(schedules.warmup({ steps: 2, after: 3 }), [0, 1, 2])).toEqual([1.5, 3, 3]);
  });

  test('a traced step gives what a known one gives', () => {
    const schedule = schedules.warmup({ steps: 2, after: schedules.cosineDecay({ initial: 1, steps: 5 }) });
    const compiled = compile((step: number) => schedule(step) as number);
    for (let step = 0; step < 9; step++) expect(compiled(step)).toBe(schedule(step));
    const whole = tensor([0, 1, 5], { dtype: 'i32' });
    expect(vmap((step: Operand) => schedule(step))(whole).toArray()).toEqual(rates(schedule, [0, 1, 5]));
  });
});

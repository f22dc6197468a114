// Arguments of another kind than expected, as from JavaScript, where no compiler looks: each a sentence, none ignored.

import { describe, expect, test } from 'vitest';
import * as core from '../src/index.ts';

/** The functions of a module as JavaScript sees them. */
type Untyped<M> = { readonly [K in keyof M]: (...args: unknown[]) => unknown };

const cr = core as unknown as Untyped<typeof core>;
const random = core.random as unknown as Untyped<typeof core.random>;
const schedules = core.schedules as unknown as Untyped<typeof core.schedules>;
const t = core.tensor([
  [1, 2],
  [3, 4],
]);
const key = core.random.key(0);

type Row = readonly [name: string, run: () => unknown, message: string];

const options: readonly Row[] = [
  ['an axis by its position', () => cr.sum(t, 0), 'sum: expected its options as an object, { axis, keepDims }, got 0'],
  [
    'an option misspelt',
    () => cr.mean(t, { keepdims: true }),
    "mean: there is no option 'keepdims'; expected axis, keepDims",
  ],
  [
    'null for the options',
    () => cr.prod(t, null),
    'prod: expected its options as an object, { axis, keepDims }, got null',
  ],
  ['variance', () => cr.variance(t, { axes: 0 }), "variance: there is no option 'axes'; expected axis, keepDims, ddof"],
  ['ddof', () => cr.std(t, { ddof: '1' }), 'std: expected ddof as a finite number, got the string "1"'],
  ['argmax', () => cr.argmax(t, -1), 'argmax: expected its options as an object, { axis, keepDims }, got -1'],
  ['softmax', () => cr.softmax(t, 0), 'softmax: expected its options as an object, { axis }, got 0'],
  ['logSoftmax', () => cr.logSoftmax(t, 0), 'logSoftmax: expected its options'],
  ['logSumExp', () => cr.logSumExp(t, 0), 'logSumExp: expected its options'],
  ['norm', () => cr.norm(t, 2), 'norm: expected its options as an object, { axis, keepDims, ord }, got 2'],
  ['any', () => cr.any(t, 0), 'any: expected its options'],
  ['all', () => cr.all(t, 0), 'all: expected its options'],
  [
    'allClose',
    () => cr.allClose(t, t, 1e-3),
    'allClose: expected its options as an object, { rtol, atol, equalNaN }, got 0.001',
  ],
  ['max', () => cr.max(t, 0), 'max: expected its options'],
  ['cumsum', () => cr.cumsum(t, 0), 'cumsum: expected its options'],
  ['sort', () => cr.sort(t, 0), 'sort: expected its options'],
  ['argsort', () => cr.argsort(t, 0), 'argsort: expected its options'],
  ['flip', () => cr.flip(t, 0), 'flip: expected its options'],
  ['take', () => cr.take(t, 0, 1), 'take: expected its options'],
  ['split', () => cr.split(t, 2, 1), 'split: expected its options'],
  ['concatenate', () => cr.concatenate([t, t], 1), 'concatenate: expected its options'],
  ['stack', () => cr.stack([1, 2], [3, 4]), 'stack: expected its options as an object, { axis }, got an array'],
  [
    'oneHot',
    () => cr.oneHot([0], 2, 'f32'),
    'oneHot: expected its options as an object, { dtype }, got the string "f32"',
  ],
  ['tensor', () => cr.tensor([1], 'f32'), 'tensor: expected its options as an object, { shape, dtype }'],
  ['zeros', () => cr.zeros([1], 'f32'), 'zeros: expected its options as an object, { dtype }'],
  ['full', () => cr.full([1], [1], 'f32'), 'full: expected its options'],
  [
    'linspace',
    () => cr.linspace(0, 1, 3, false),
    'linspace: expected its options as an object, { endpoint, dtype }, got false',
  ],
  ['crossEntropy', () => cr.crossEntropy(t, [0, 1], 1), 'crossEntropy: expected its options'],
  [
    'uniform',
    () => random.uniform(key, [1], { min: 1 }),
    "random.uniform: there is no option 'min'; expected low, high, dtype",
  ],
  ['normal', () => random.normal(key, [1], 'f32'), 'random.normal: expected its options'],
  [
    'integers',
    () => random.integers(key, [1]),
    'random.integers: expected its options as an object, { low, high }, got undefined',
  ],
  ['sgd', () => cr.sgd(0.1), 'sgd: expected its options as an object, { learningRate, momentum, nesterov }, got 0.1'],
  ['adam', () => cr.adam({ lr: 1 }), "adam: there is no option 'lr'; expected learningRate, beta1, beta2, epsilon"],
  ['adamW', () => cr.adamW(0.1), 'adamW: expected its options'],
  ['rmsProp', () => cr.rmsProp({ beta: 0.9 }), "rmsProp: there is no option 'beta'"],
  [
    'schedules',
    () => schedules.linear(1, 0, 10),
    'schedules.linear: expected its options as an object, { from, to, steps }, got 1',
  ],
  ['cosineDecay', () => schedules.cosineDecay(), 'schedules.cosineDecay: expected its options'],
  ['grad', () => cr.grad(core.sin, { argnum: 1 }), "grad: there is no option 'argnum'; expected argnums, hasAux"],
  ['valueAndGrad', () => cr.valueAndGrad(core.sin, 1), 'valueAndGrad: expected its options as an object'],
  [
    'jacobian',
    () => cr.jacobian(core.sin, 'forward'),
    'jacobian: expected its options as an object, { argnums, mode, hasAux }',
  ],
  ['hessian', () => cr.hessian(core.sin, { mode: 'forward' }), "hessian: there is no option 'mode'; expected argnums"],
  ['vmap', () => cr.vmap(core.sin, 1), 'vmap: expected its options as an object, { inAxes, outAxes }, got 1'],
  ['scan', () => cr.scan(core.add, 0, null, 3), 'scan: expected its options as an object, { length, reverse }, got 3'],
  ['gradCheck', () => cr.gradCheck(core.sin, 1e-3), 'gradCheck: expected its options as an object'],
];

const others: readonly Row[] = [
  [
    'an axis in quotes',
    () => cr.sum(t, { axis: '0' }),
    'sum: expected axis as a whole number or a list of whole numbers, got the string "0"',
  ],
  [
    'an axis of null',
    () => cr.max(t, { axis: null }),
    'max: expected axis as a whole number or a list of whole numbers, got null',
  ],
  [
    'several axes for one',
    () => cr.argmax(t, { axis: [0] }),
    'argmax: expected axis as one whole number, got an array',
  ],
  [
    'an axis of a scalar',
    () => cr.sum(3, { axis: 0 }),
    'sum: axis 0 is not an axis of shape []; a single number has none',
  ],
  [
    'an axis of the mean',
    () => cr.mean(t, { axis: 2 }),
    'mean: axis 2 is not an axis of shape [2, 2]; expected one from -2 to 1',
  ],
  ['an axis of the deviation', () => cr.std(t, { axis: 2 }), 'std: axis 2 is not an axis'],
  ['an axis of the norm', () => cr.norm(t, { axis: 2 }), 'norm: axis 2 is not an axis'],
  ['an axis to sort', () => cr.sort(t, { axis: 2 }), 'sort: axis 2 is not an axis'],
  ['a place for a new axis', () => cr.stack([1, 2], { axis: 2 }), 'stack: axis 2 is not an axis of shape [1]'],
  [
    'no axis for expandDims',
    () => cr.expandDims(t),
    'expandDims: expected axis as a whole number or a list of whole numbers, got undefined',
  ],
  [
    'an object for an axis',
    () => cr.squeeze(t, { axis: 0 }),
    'squeeze: expected axis as a whole number or a list of whole numbers, got an object',
  ],
  [
    'one axis for an order of axes',
    () => cr.transpose(t, 1),
    'transpose: expected axes as a list of numbers, got 1; write [1]',
  ],
  [
    'sizes one by one',
    () => cr.reshape(t, 4),
    'reshape: expected a shape as a list of whole numbers, none negative but one −1 for whatever is left, got 4; write [4]',
  ],
  [
    'no shape',
    () => cr.broadcastTo(t),
    'broadcastTo: expected a shape as a list of whole numbers, none negative, got undefined',
  ],
  [
    'a negative size',
    () => cr.broadcastTo(1, [-1]),
    'broadcastTo: expected a shape as a list of whole numbers, none negative, got [-1]',
  ],
  [
    'a size for a shape',
    () => cr.zeros(3),
    'zeros: expected a shape as a list of whole numbers, none negative, got 3; write [3]',
  ],
  [
    'a size for the shape of a tensor',
    () => cr.tensor([1], { shape: 1 }),
    'tensor: expected a shape as a list of whole numbers, none negative, got 1; write [1]',
  ],
  [
    'more numbers than there is memory',
    () => cr.zeros([1e9, 1e9]),
    'zeros: f64[1000000000, 1000000000] is too large for the memory there is',
  ],
  ['nothing to fill with', () => cr.full([2]), 'full: operand 0: expected a number'],
  [
    'places that are no lists',
    () => cr.slice(t, 0, 1),
    'slice: expected starts as a list of numbers, got 0; write [0]',
  ],
  ['no ends', () => cr.slice(t, [0]), 'slice: expected ends as a list of numbers, got undefined'],
  [
    'a step in quotes',
    () => cr.slice(t, [0], [1], ['1']),
    'slice: expected numbers for steps, known before the function is run, got the string "1"',
  ],
  [
    'a traced place',
    () => core.grad((x: number) => core.sum(cr.slice([1, 2, 3], [x], [3]) as core.Tensor))(1),
    'slice: expected numbers for starts, known before the function is run, got an array or a traced value; take(x, indices, { axis }) reads places that are computed',
  ],
  [
    'widths of half a pair',
    () => cr.pad(t, [1]),
    'pad: expected widths as a number, a pair [before, after], or one pair for each axis, got an array of another form',
  ],
  [
    'no widths',
    () => cr.pad(t),
    'pad: expected widths as a number, a pair [before, after], or one pair for each axis, got undefined',
  ],
  ['negative widths', () => cr.pad(t, -1), 'pad: expected whole numbers, none negative, got [-1, -1]'],
  ['parts in quotes', () => cr.split(t, '2'), 'split: expected parts as a list of numbers, got the string "2"'],
  [
    'a fraction for a place',
    () => cr.split(t, [0.5]),
    'split: expected whole numbers as the places where parts begin, got 0.5',
  ],
  [
    'one array for a list of them',
    () => cr.concatenate(t, t),
    'concatenate: expected one list of arrays, concatenate([a, b]), got an array or a traced value',
  ],
  [
    'nothing for a list of arrays',
    () => cr.stack(),
    'stack: expected one list of arrays, stack([a, b]), got undefined',
  ],
  [
    'numbers to concatenate',
    () => cr.concatenate([1, 2]),
    'concatenate: expected arrays, got f64, f64; stack([x, y]) makes a list of numbers',
  ],
  ['a fraction of classes', () => cr.oneHot([0], 2.5), 'oneHot: expected classes as a whole number from 0 on, got 2.5'],
  [
    'an unknown dtype of oneHot',
    () => cr.oneHot([0], 2, { dtype: 'int' }),
    'oneHot: expected dtype f64, f32, i32, bool, got "int"',
  ],
  [
    'a bound left out',
    () => cr.clip(t, 0),
    'clip: expected bounds low and high, got one too few; write −Infinity or Infinity for none',
  ],
  [
    'an order of norm by its name',
    () => cr.norm(t, { ord: 'fro' }),
    'norm: expected ord 1, 2 or Infinity, got the string "fro"',
  ],
  [
    'the largest of nothing',
    () => cr.norm([], { ord: Number.POSITIVE_INFINITY }),
    'norm: there is no largest number in shape [0]',
  ],
  ['shapes that are not close', () => cr.allClose([1, 2], [1, 2, 3]), 'allClose: f64[2] and f64[3] do not broadcast'],
  [
    'indices of another shape',
    () => cr.takeAlongAxis(t, [[0], [0], [0]]),
    'takeAlongAxis: indices of f64[3, 1] do not fit f64[2, 2]; expected equal sizes, or 1, beside axis -1',
  ],
  [
    'an end that is no number',
    () => cr.linspace(0),
    'linspace: expected finite numbers start and stop, known before the function is run, got undefined',
  ],
  [
    'a stop in quotes',
    () => cr.arange('3'),
    'arange: expected finite numbers start, stop and step, known before the function is run, got the string "3"',
  ],
  ['a list of sizes', () => cr.eye([2, 2]), 'eye: expected n as a whole number from 0 on, got an array'],
  ['a function for a number', () => cr.eye(() => 2), 'eye: expected n as a whole number from 0 on, got a function'],
  [
    'no learning rate',
    () => cr.sgd({}),
    'sgd: expected learningRate as a number, not negative, or a schedule, got undefined',
  ],
  [
    'a learning rate in quotes',
    () => cr.adam({ learningRate: '1' }),
    'adam: expected learningRate as a number, not negative, or a schedule, got the string "1"',
  ],
  [
    'a truth value for a rate',
    () => cr.adam({ learningRate: true }),
    'adam: expected learningRate as a number, not negative, or a schedule, got true',
  ],
  [
    'a rate of a schedule',
    () => schedules.linear({ steps: 3 }),
    'schedules.linear: expected from as a number, got undefined',
  ],
  [
    'a constant rate',
    () => schedules.constant('1'),
    'schedules.constant: expected rate as a number, got the string "1"',
  ],
  [
    'nothing after a warm-up',
    () => schedules.warmup({ steps: 3 }),
    'schedules.warmup: expected after as a number, got undefined',
  ],
];

describe('arguments of another kind', () => {
  test.each(options)('options of %s', (_name, run, message) => {
    expect(run).toThrow(core.ArgumentError);
    expect(run).toThrow(message);
  });

  test.each(['grad', 'valueAndGrad', 'jacobian', 'hessian', 'vmap', 'compile', 'gradCheck'] as const)(
    '%s of something that is no function',
    (name) => {
      expect(() => cr[name](3)).toThrow(`${name}: expected a function, got 3`);
    },
  );

  test('jvp, vjp, hvp and scan of something that is no function', () => {
    expect(() => (cr.jvp('f') as (...args: unknown[]) => unknown)([1], [1])).toThrow('jvp: expected a function');
    expect(() => (cr.vjp({}) as (...args: unknown[]) => unknown)([1], 1)).toThrow('vjp: expected a function');
    expect(() => cr.hvp([1])).toThrow('hvp: expected a function, got an array');
    expect(() => cr.scan(1, 2, [3])).toThrow('scan: expected a function, got 1');
  });

  test.each(others)('%s', (_name, run, message) => {
    expect(run).toThrow(core.ChainruleError);
    expect(run).toThrow(message);
  });
});

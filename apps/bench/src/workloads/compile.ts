// compile: from a function to the first result, and from a new shape to its first.

import { Tape } from '../reference/tape.ts';
import { type Numbers, seeded } from '../seeded.ts';
import type { DType, List, TypedNumbers, Workload } from '../workload.ts';

const operations = ['sin', 'tanh', 'mul', 'add'] as const;
/** v ← sin(v), tanh(v), v · x or v + x. */
export type Operation = (typeof operations)[number];
export type Recipe = readonly Operation[];

export interface CompileCall {
  /** Builds Σ recipe(xᵢ) as a function nobody has seen, compiles its value and gradient, and gives the gradient at x. */
  first(recipe: Recipe, x: TypedNumbers): List;
  /** The same of one function, compiled before, at an x whose shape [rows, columns] is new to it. */
  reshaped(recipe: Recipe, x: TypedNumbers, shape: readonly [rows: number, columns: number]): List;
}

interface Question {
  readonly of: 'function' | 'shape';
}

const length = 12;

/** Recipe number `i`; the first 4¹² differ. */
function recipe(i: number): Recipe {
  // An odd factor permutes the numbers: neighbours differ in many places.
  const mixed = Number((BigInt(i) * 10_368_889n + 5_461n) % BigInt(4 ** length));
  return Array.from({ length }, (_, digit) => operations[Math.floor(mixed / 4 ** digit) % 4] as Operation);
}

/** Shape number `i`; the first 89 · 97 differ. */
const shape = (i: number): readonly [rows: number, columns: number] => [1 + (i % 89), 1 + (Math.floor(i / 89) % 97)];

const pool = seeded(18).uniform(89 * 97, -1, 1);
const vector = pool.subarray(0, 100);

// Across batches too: what was asked once is never new again.
let asked = 100;

function right(ops: Recipe, x: Numbers): number[] {
  const t = new Tape();
  const leaves = t.leaves(x);
  const ends = leaves.map((leaf) =>
    ops.reduce((v, op) => (op === 'sin' ? t.sin(v) : op === 'tanh' ? t.tanh(v) : t[op](v, leaf)), leaf),
  );
  return t.gradient(t.sum(ends), leaves);
}

const shaped = (i: number): Numbers => pool.subarray(0, shape(i)[0] * shape(i)[1]);

const inDType = { f64: pool, f32: Float32Array.from(pool) } as const;
const typed = (numbers: Numbers, dtype: DType): TypedNumbers => inDType[dtype].subarray(0, numbers.length);

export const compile: Workload<Question, Question, CompileCall> = {
  name: 'compile',
  computes:
    'from a function of 12 operations to the gradient of its sum at 100 numbers, tracing and compiling included',
  dtypes: ['f64', 'f32'],
  sizes: {
    'first function of a process': { of: 'function' },
    'another function': { of: 'function' },
    'a new shape': { of: 'shape' },
  },
  fresh: ['first function of a process'],
  tolerance: { f64: 1e-12, f32: 1e-4 },
  data: (question) => question,
  expected: ({ of }) =>
    [1, 2, 3].map((i) => (of === 'function' ? right(recipe(i), vector) : right(recipe(0), shaped(100 * i)))),
  answers: (call, { of }, dtype) =>
    [1, 2, 3].map((i) =>
      Array.from(
        of === 'function'
          ? call.first(recipe(i), typed(vector, dtype))
          : call.reshaped(recipe(0), typed(shaped(100 * i), dtype), shape(100 * i)),
      ),
    ),
  time: (call, { of }, dtype, calls) => {
    const x = typed(vector, dtype);
    const began = performance.now();
    for (let i = 0; i < calls; i++) {
      asked++;
      if (of === 'function') call.first(recipe(asked), x);
      else call.reshaped(recipe(0), typed(shaped(asked), dtype), shape(asked));
    }
    return performance.now() - began;
  },
};

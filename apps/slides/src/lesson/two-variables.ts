// A function of two variables, typed as a formula: its values, its partial derivatives and its values on a grid, all by
// the engine. The derivatives are the engine's own: nothing here knows how to differentiate.

import type { Engine, Operand } from '../store/engine.ts';
import { isFormula, readFormula, type TypedFormula } from '../typed/typed-formula.ts';
import { perEngine } from './per-engine.ts';
import { single, vector } from './read.ts';

/** The lecture's own function. */
export const lectureFormula = 'x^2 + x*y';

export interface At {
  readonly x: number;
  readonly y: number;
}

/** Height and partial derivatives at a point. */
export interface Slopes {
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export interface TwoVariables {
  readonly formula: TypedFormula;
  slopes(at: At): Slopes;
  /** Heights at the points (x[i], y[i]), in one batched call. */
  heights(x: Float64Array<ArrayBuffer>, y: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer>;
  /** Heights on a grid, row by row, the least y first; computed once for each rectangle. */
  grid(x: Side, y: Side, columns: number, rows: number): Float64Array<ArrayBuffer>;
}

type Side = readonly [from: number, to: number];

const kept = 24;

/** The function of a formula on an engine; of a text that is no formula, the lecture's own. */
export function functionOn(engine: Engine, text: string): TwoVariables {
  const known = functionsOf(engine);
  const found = known.get(text);
  if (found) return found;
  if (known.size >= kept) known.clear();
  const read = readFormula(text, ['x', 'y']);
  if (!isFormula(read)) return functionOn(engine, lectureFormula);
  const made = twoVariables(engine, read);
  known.set(text, made);
  return made;
}

const functionsOf = perEngine(() => new Map<string, TwoVariables>());

function twoVariables(engine: Engine, formula: TypedFormula): TwoVariables {
  const { valueAndGrad, vmap, compile } = engine;
  const f = ({ x, y }: { readonly x: Operand; readonly y: Operand }): Operand => formula.apply(engine, { x, y });
  const slopes = compile(valueAndGrad((at: At) => f(at)));
  const batch = compile(vmap((at: { readonly x: Operand; readonly y: Operand }) => f(at)));
  const heights: TwoVariables['heights'] = (x, y) => vector(batch({ x, y }));
  const grids = new Map<string, Float64Array<ArrayBuffer>>();
  return {
    formula,
    slopes(at) {
      const [value, slope] = slopes(at);
      return { value: single(value), x: single(slope.x), y: single(slope.y) };
    },
    heights,
    grid(x, y, columns, rows) {
      const key = [x, y, columns, rows].join(' ');
      const known = grids.get(key);
      if (known) return known;
      const spread = ([from, to]: Side, part: number): number => from + (to - from) * part;
      const count = columns * rows;
      const xs = Float64Array.from({ length: count }, (_, i) => spread(x, (i % columns) / (columns - 1)));
      const ys = Float64Array.from({ length: count }, (_, i) => spread(y, Math.floor(i / columns) / (rows - 1)));
      if (grids.size >= kept) grids.clear();
      const made = heights(xs, ys);
      grids.set(key, made);
      return made;
    },
  };
}

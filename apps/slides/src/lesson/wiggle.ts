// The regression loss, run again with one node nudged: what L really does, beside what the ledger says it should do.

import type { Engine, Operand } from '../store/engine.ts';
import { regressionProgram } from './graphs.ts';
import type { Line, Points } from './points.ts';
import { flat, single } from './read.ts';

export interface Nudge {
  readonly node: string;
  readonly by: Operand;
}

/** The program with something added at a node; whatever does not depend on the node stays as it was. */
function nudged(
  engine: Engine,
  points: Points,
  { node, by }: Nudge,
  note: (name: string, value: Operand) => void = () => undefined,
): (line: Line) => Operand {
  const { add } = engine;
  const at = (name: string, value: Operand): Operand => {
    const now = name === node ? add(value, by) : value;
    note(name, now);
    return now;
  };
  const named: Engine['named'] = (name, value) => at(name, value as Operand) as typeof value;
  const { loss } = regressionProgram({ ...engine, named }, points);
  return ({ a, b }) => loss({ a: at('a', a), b: at('b', b) });
}

export interface Rerun {
  /** How far each node moves. */
  readonly changes: Readonly<Record<string, number>>;
  /** ΔL: how far L really moves. */
  readonly real: number;
  /** downstream × ε: how far it should, by the gradient at the node. */
  readonly predicted: number;
  /** |ΔL − downstream × ε| / |downstream × ε|. */
  readonly error: number;
}

/** Runs the program twice, as it is and nudged. */
export function rerun(engine: Engine, points: Points, line: Line, gradient: number, node: string, by: number): Rerun {
  const { sub, mul, div, abs } = engine;
  const valuesAt = (nudge: number): Map<string, Operand> => {
    const values = new Map<string, Operand>();
    nudged(engine, points, { node, by: nudge }, (name, value) => values.set(name, value))(line);
    return values;
  };
  const [before, after] = [valuesAt(0), valuesAt(by)];
  const changes = Object.fromEntries(
    [...after].map(([name, value]) => [name, single(sub(value, before.get(name) ?? 0))]),
  );
  const real = changes.L ?? 0;
  const predicted = single(mul(gradient, by));
  const error = single(div(abs(sub(real, predicted)), abs(predicted)));
  return { changes, real, predicted, error };
}

/** ΔL for many nudges of one node at once. */
export function lossChanges(
  engine: Engine,
  points: Points,
  line: Line,
  node: string,
  nudges: readonly number[],
): readonly number[] {
  const { sub, vmap } = engine;
  const change = (by: Operand): Operand =>
    sub(nudged(engine, points, { node, by })(line), nudged(engine, points, { node, by: 0 })(line));
  return flat(vmap(change)(nudges));
}

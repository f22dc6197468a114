// The regression loss, run again with one node nudged: what L really does, beside what the ledger says it should do.

import type { Engine, Operand } from '../store/engine.ts';
import { regressionProgram } from './graphs.ts';
import { perEngine } from './per-engine.ts';
import type { Line, Points } from './points.ts';
import { flat, single } from './read.ts';

type Values = Readonly<Record<string, Operand>>;

/** The values of all nodes by their names; each is changed on its way to where it is used. */
function valuesOf(
  engine: Engine,
  points: Points,
  line: Line,
  changed: (name: string, value: Operand) => Operand,
): Values {
  const values: Record<string, Operand> = {};
  const at = (name: string, value: Operand): Operand => {
    const now = changed(name, value);
    values[name] = now;
    return now;
  };
  const named: Engine['named'] = (name, value) => at(name, value as Operand) as typeof value;
  regressionProgram({ ...engine, named }, points).loss({ a: at('a', line.a), b: at('b', line.b) });
  return values;
}

interface Runs {
  /** How far each node moves, by its name. */
  readonly changes: (line: Line, by: number) => Values;
  /** How far L moves, for many nudges at once. */
  readonly losses: (line: Line, by: Float64Array) => unknown;
}

/** Compiled once for its points and its node, not for every nudge. */
const runsOn: (engine: Engine) => (points: Points, node: string) => Runs = perEngine((engine) => {
  const { add, sub, vmap, compile } = engine;
  let last: (Runs & { readonly points: Points; readonly node: string }) | undefined;
  return (points, node) => {
    if (last?.points === points && last.node === node) return last;
    // The program twice, as it is and nudged: whatever does not depend on the node stays as it was.
    const changes = (line: Line, by: Operand): Record<string, Operand> => {
      const before = valuesOf(engine, points, line, (_, value) => value);
      const after = valuesOf(engine, points, line, (name, value) => (name === node ? add(value, by) : value));
      return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, sub(value, before[name] ?? 0)]));
    };
    const loss = (line: Line, by: Operand): Operand => changes(line, by).L ?? 0;
    last = { points, node, changes: compile(changes), losses: compile(vmap(loss, { inAxes: [null, 0] })) };
    return last;
  };
});

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

export function rerun(engine: Engine, points: Points, line: Line, gradient: number, node: string, by: number): Rerun {
  const { sub, mul, div, abs } = engine;
  const moved = runsOn(engine)(points, node).changes(line, by);
  const changes = Object.fromEntries(Object.entries(moved).map(([name, change]) => [name, single(change)]));
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
  return flat(runsOn(engine)(points, node).losses(line, Float64Array.from(nudges)));
}

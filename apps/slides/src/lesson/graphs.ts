// The lecture's four graphs, each traced and differentiated by the engine that is handed in.

import type { Engine, Operand } from '../store/engine.ts';
import { type Drawing, type Graph, ledgerGraph, type Place } from './ledger.ts';
import type { Line, Points } from './points.ts';

/** `b = a + a; c = b + b`: two fan-outs in a row. */
export function fanOutGraph(engine: Engine, a: number): Graph {
  const { add, named } = engine;
  return ledgerGraph(
    engine,
    ({ a = 0 }) => {
      const b = named('b', add(a, a));
      return named('c', add(b, b));
    },
    { a },
  );
}

/** The lecture's composition, squared: x → x/3 → x/3 + 2/3 → log → ( )². */
export function chainGraph(engine: Engine, x: number): Graph {
  const { add, div, log, square, named } = engine;
  return ledgerGraph(
    engine,
    ({ x = 0 }) => {
      const u = named('u', div(x, 3));
      const y = named('y', add(u, div(2, 3)));
      const z = named('z', log(y));
      return named('L', square(z));
    },
    { x },
    { operations: { u: '\\div\\, 3', y: '+\\, \\tfrac{2}{3}' } },
  );
}

/** More points than this are too small to read. */
export const mostPoints = 3;

export interface Program {
  readonly loss: (line: Readonly<Record<string, Operand>>) => Operand;
  /** Filled while the loss is traced. */
  readonly drawing: Drawing;
}

/** The loss of the first points, written out: one row of nodes for each point, a and b used in every row. */
export function regressionProgram(
  { add, mul, sub, square, named }: Pick<Engine, 'add' | 'mul' | 'sub' | 'square' | 'named'>,
  { x, y }: Points,
): Program {
  const rows = Math.min(mostPoints, x.length);
  const labels: Record<string, string> = {};
  const operations: Record<string, string> = {};
  const between = Math.max(1.5, rows - 0.5);
  const places: Record<string, Place> = {
    a: { column: 0, row: (rows + 1) / 2, gradient: 'above' },
    b: { column: 1.25, row: between, upright: { column: 2, row: between } },
  };
  const set = (
    name: string,
    label: string,
    operation: string,
    column: number,
    row: number,
    sides: Omit<Place, 'column' | 'row'> = {},
  ): void => {
    labels[name] = label;
    operations[name] = operation;
    // From top to bottom, b stands in a rank of its own.
    const rank = column < 2 ? column : 0.26 + 1.28 * column;
    places[name] = { column, row, upright: { column: rank, row }, ...sides };
  };
  const loss = (line: Readonly<Record<string, Operand>>): Operand => {
    const { a = 0, b = 0 } = line;
    let total: Operand | undefined;
    // The pass visits what was traced last first: traced from the last point on, it goes through the rows from the top.
    for (let i = rows - 1; i >= 0; i -= 1) {
      const at = i + 1;
      const product = named(`m${at}`, mul(a, x[i] ?? 0));
      const prediction = named(`p${at}`, add(product, b));
      const residual = named(`r${at}`, sub(y[i] ?? 0, prediction));
      const termName = rows === 1 ? 'L' : `s${at}`;
      const term = named(termName, square(residual));
      set(`m${at}`, `a x_${at}`, `\\times x_${at}`, 1.1, at, i > 0 ? { name: 'right' } : { note: 'right' });
      set(`p${at}`, `\\hat y_${at}`, '+', 2.45, at);
      set(`r${at}`, `r_${at}`, `y_${at} -`, 3.35, at);
      set(termName, rows === 1 ? 'L' : `r_${at}^2`, '(\\;)^2', 4.35, at);
      if (total === undefined) {
        total = term;
      } else if (i > 0) {
        const sum = Array.from({ length: rows - i }, (_, k) => `r_${at + k}^2`).join(' + ');
        total = named(`t${at}`, add(term, total));
        set(`t${at}`, sum, '+', 5.15, at + 0.5, { name: 'below' });
      } else {
        total = named('L', add(term, total));
        set('L', 'L', '+', 6, 1.75);
      }
    }
    return total ?? 0;
  };
  return { loss, drawing: { labels, operations, places } };
}

export function regressionGraph(engine: Engine, { a, b }: Line, points: Points): Graph {
  const { loss, drawing } = regressionProgram(engine, points);
  // The names are written while the program is traced; the drawing is read afterwards.
  return ledgerGraph(engine, loss, { a, b }, drawing);
}

// The smallest graph with every word of the lecture in it: z = xy, L = z².

import type { Engine } from '../store/engine.ts';
import { type Graph, ledgerGraph } from './ledger.ts';

export function conceptsGraph(engine: Engine, x: number, y: number): Graph {
  const { mul, square, named } = engine;
  return ledgerGraph(
    engine,
    ({ x = 0, y = 0 }) => named('L', square(named('z', mul(x, y)))),
    { x, y },
    {
      places: {
        x: { column: 0, row: 0 },
        y: { column: 0, row: 2 },
        z: { column: 0.82, row: 1 },
        L: { column: 2, row: 1 },
      },
    },
  );
}

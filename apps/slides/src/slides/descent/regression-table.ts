// The columns of the worked table, each number from the engine.

import type { Say } from '../../language/language.ts';
import type { Points } from '../../lesson/points.ts';
import type { Rows } from '../../lesson/regression.ts';
import { formatTogether } from '../../numbers/format.ts';
import type { Column } from '../parts.ts';

export interface WorkedColumns {
  readonly x: Column;
  readonly y: Column;
  readonly prediction: Column;
  readonly residual: Column;
  readonly square: Column;
}

export function workedColumns(points: Points, rows: Rows, say: Say): WorkedColumns {
  return {
    x: { name: 'x', head: 'x_i', cells: formatTogether(points.x) },
    y: { name: 'y', head: 'y_i', cells: formatTogether(points.y) },
    prediction: {
      name: 'prediction',
      word: say('예측값', 'prediction'),
      head: '\\hat y_i',
      cells: formatTogether(rows.prediction),
    },
    residual: { name: 'residual', word: 'residual', head: 'r_i', cells: formatTogether(rows.residual) },
    square: { name: 'square', word: say('제곱', 'square'), head: 'r_i^2', cells: formatTogether(rows.square) },
  };
}

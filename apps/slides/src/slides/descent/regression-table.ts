// The columns of the worked table, each number from the engine. Of many points the first rows are shown; sums are of all.

import { html, type TemplateResult } from 'lit';
import type { Say } from '../../language/language.ts';
import type { Line, Points } from '../../lesson/points.ts';
import type { Rows } from '../../lesson/regression.ts';
import { isLecture } from '../../lesson/scales.ts';
import { format, formatTogether } from '../../numbers/format.ts';
import { type Column, table } from '../parts.ts';

export interface WorkedColumns {
  readonly x: Column;
  readonly y: Column;
  readonly prediction: Column;
  readonly residual: Column;
  readonly square: Column;
}

/** The rows of a table of so many points: all of them, or one less than `most` and one of dots. */
export function rowsOf(count: number, most: number): { readonly shown: number; readonly rows: number } {
  return count <= most ? { shown: count, rows: count } : { shown: most - 1, rows: most };
}

/** Cells of one column, at most `most`. */
export function cellsOf(values: readonly number[], most: number): string[] {
  const { shown, rows } = rowsOf(values.length, most);
  const cells = formatTogether(values.slice(0, shown));
  return rows > shown ? [...cells, '⋮'] : cells;
}

export function workedColumns(points: Points, rows: Rows, say: Say, most = 4): WorkedColumns {
  const column = (name: string, head: string, values: readonly number[], word?: string): Column => ({
    name,
    head,
    cells: cellsOf(values, most),
    ...(word === undefined ? {} : { word }),
  });
  return {
    x: column('x', 'x_i', points.x),
    y: column('y', 'y_i', points.y),
    prediction: column('prediction', '\\hat y_i', rows.prediction, say('예측값', 'prediction')),
    residual: column('residual', 'r_i', rows.residual, 'residual'),
    square: column('square', 'r_i^2', rows.square, say('제곱', 'square')),
  };
}

/** The table, a little smaller for data of one's own, whose numbers are longer. */
export function worked(data: Points, columns: readonly Column[], caption: string): TemplateResult {
  return html`<div class=${isLecture(data) ? '' : 'own'}>${table(columns, caption)}</div>`;
}

/** a and b of a line: with the same decimals, unless their sizes differ so much that one would lose its own. */
export function formatLine({ a, b }: Line): readonly [a: string, b: string] {
  const [one = '', other = ''] =
    Math.max(Math.abs(a), Math.abs(b)) < 10 ? formatTogether([a, b]) : [format(a), format(b)];
  return [one, other];
}

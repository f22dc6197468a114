// Pieces that several slides share.

import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Line } from '../lesson/points.ts';
import { format } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';

/** Keeps its place on the slide, seen or not, so that nothing jumps when it appears. */
export function reveal(visible: boolean, content: unknown): TemplateResult {
  return html`<div class=${classMap({ waiting: !visible })} aria-hidden=${visible ? nothing : 'true'} ?inert=${!visible}>${content}</div>`;
}

export interface Column {
  /** The quantity, as a formula. */
  readonly head: string;
  /** Its name, above the formula. */
  readonly word?: string;
  readonly cells: readonly string[];
  /** Below the line. */
  readonly total?: TemplateResult | string;
  readonly tone?: 'upstream' | 'local' | 'downstream';
  /** How many cells are seen; all by default. */
  readonly seen?: number;
  readonly totalSeen?: boolean;
  /** Names the cells for tests and for reading aloud. */
  readonly name: string;
}

/** One row per data point and, where a column has a total, one row below. Hairlines only. */
export function table(columns: readonly Column[], caption: string): TemplateResult {
  const rows = Math.max(...columns.map(({ cells }) => cells.length));
  const totals = columns.some(({ total }) => total !== undefined);
  const words = columns.some(({ word }) => word);
  const cell = ({ cells, tone, name, seen = cells.length }: Column, row: number): TemplateResult =>
    html`<td class=${classMap({ [tone ?? 'plain']: true, waiting: row >= seen })} data-figure="${name}-${row + 1}">${cells[row]}</td>`;
  return html`<table class="numbers">
    <caption>${caption}</caption>
    <thead>
      <tr>
        ${columns.map(
          ({ head, word, tone, name }) =>
            html`<th scope="col" class=${tone ?? 'plain'} ><span class="unseen">${word === undefined ? name : ''}</span>${words ? html`<small>${word ?? ' '}</small>` : nothing}${tex(head)}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${Array.from({ length: rows }, (_, row) => html`<tr>${columns.map((column) => cell(column, row))}</tr>`)}
    </tbody>
    ${
      totals
        ? html`<tfoot>
          <tr>
            ${columns.map(({ total, tone, name, totalSeen = true }) => html`<td class=${classMap({ [tone ?? 'plain']: true, waiting: !totalSeen })} data-figure="${name}-total">${total ?? nothing}</td>`)}
          </tr>
        </tfoot>`
        : nothing
    }
  </table>`;
}

/** `a = 2, b = 1` as a formula. */
export function at({ a, b }: Line): TemplateResult {
  return tex(`a = ${texNumber(format(a))},\\enspace b = ${texNumber(format(b))}`);
}

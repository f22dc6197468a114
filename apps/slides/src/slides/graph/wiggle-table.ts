// The table beside the nudged node: what L really does, what the gradient predicts, and the relative error.

import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Say } from '../../language/language.ts';
import type { Rerun } from '../../lesson/wiggle.ts';
import { format } from '../../numbers/format.ts';
import { tex, toned } from '../../numbers/formula.ts';

/** 4 significant digits even of what is small: here the last of them are the point. */
function precise(value: number): string {
  const decimals = String(Number(value.toPrecision(4))).split('.')[1]?.length;
  return format(value, decimals ?? 0);
}

interface Rows {
  readonly runs: readonly (readonly [number, Rerun])[];
  /** How many of them are seen. */
  readonly seen: number;
  readonly predicted: boolean;
  readonly now: number;
}

export function errorTable(
  { runs, seen, predicted, now }: Rows,
  partial: string,
  gradient: number,
  say: Say,
): TemplateResult {
  const slope = format(gradient);
  // Long numbers are written close, so that the table keeps its width.
  const close = (text: string): string => (text.length > 24 ? text.replaceAll(/ × 10(?=[⁰¹²³⁴-⁹⁻])/g, '·10') : text);
  const product = (by: number, result: number): TemplateResult => {
    const [factors, equals] = close(
      `${gradient < 0 ? `(${slope})` : slope} × ${by < 0 ? `(${precise(by)})` : precise(by)} = ${precise(result)}`,
    ).split(' = ');
    // Where it takes two lines, the second begins with the sign.
    return html`<span>${factors}</span> <span>= ${equals}</span>`;
  };
  return html`<table class="numbers counts errors">
    <caption>${say('ε을 줄일 때의 상대 오차', 'The relative error as ε shrinks')}</caption>
    <thead><tr>
      <th scope="col"><span class="unseen">ε</span>${tex('\\varepsilon')}</th><th scope="col">${say('실제', 'actual')} ${tex('\\Delta L')}</th>
      <th scope="col"><span class="unseen">${say('예측', 'predicted')}</span><span class=${predicted ? '' : 'waiting'}>${tex(`${toned('downstream', partial)} \\times \\varepsilon`)}</span></th><th scope="col"><span class=${predicted ? '' : 'waiting'}>${say('상대 오차', 'relative error')}</span></th>
    </tr></thead>
    <tbody>${runs.map(([by, run], i) => {
      const late = classMap({ waiting: i >= seen || !predicted });
      return html`<tr class=${by === now ? 'here' : ''}>
        <td class=${classMap({ waiting: i >= seen })}>${precise(by)}</td><td class=${classMap({ waiting: i >= seen })} data-figure="real-${i + 1}">${precise(run.real)}</td>
        <td class="downstream ${late}" data-figure="predicted-${i + 1}">${product(by, run.predicted)}</td><td class=${late} data-figure="error-${i + 1}">${precise(run.error)}</td></tr>`;
    })}</tbody>
  </table>`;
}

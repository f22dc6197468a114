// What a graph of the regression loss leaves out: of many points only the first are drawn, and its L is theirs.

import { html, nothing } from 'lit';
import type { Say } from '../../language/language.ts';
import { mostPoints } from '../../lesson/graphs.ts';
import type { Points } from '../../lesson/points.ts';

/** Says so above the graph's right end; nothing where every point is drawn. */
export function drawnPoints({ x }: Points, say: Say): unknown {
  if (x.length <= mostPoints) return nothing;
  return html`<p class="remark drawn-points">${say(`점 ${x.length}개 가운데 처음 세 점`, `The first three of ${x.length} points`)}</p>`;
}

// The lengths Δx, Δy and Δz, magnified so that Δx always has the same size: what is seen of Δy and Δz are the factors
// Δy/Δx and Δz/Δx. Frames show the slopes that these tend to: dotted for the local one, double for the whole.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Link, Stretch } from '../lesson/composition.ts';
import { format } from '../numbers/format.ts';
import { mathText } from './math-text.ts';

export interface Lengths {
  readonly link: Link;
  readonly stretch: Stretch;
  readonly dx: number;
  /** Δy/Δx and Δz/Δx as they are drawn while they glide. */
  readonly shown: readonly [number, number];
  readonly seen: number;
  /** Says that the picture is magnified. */
  readonly caption: string;
  readonly lens: Lens;
}

/** Where the lengths stand. */
export interface Lens {
  readonly left: number;
  readonly right: number;
  readonly rows: readonly [x: number, y: number, z: number];
  /** From the left to the texts, and from a length down to the factor that leads to the next one. */
  readonly inset: number;
  readonly below: number;
  readonly caption: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

/** Where the lengths start, and how long Δx is, so that everything fits: leftwards too where a factor is negative. */
function fit({ left, right }: Lens, factors: readonly number[]): { readonly origin: number; readonly unit: number } {
  const known = factors.filter(Number.isFinite);
  const [least, greatest] = [Math.min(0, ...known), Math.max(1, ...known)];
  const unit = Math.min(240, (right - left) / (greatest - least));
  return { origin: left - least * unit, unit };
}

export function microscope({ link, stretch, dx, shown, seen, caption, lens }: Lengths): SVGTemplateResult {
  const { rows, below } = lens;
  const start = lens.left + lens.inset;
  const { origin, unit } = fit(lens, [...shown, link.dydx, link.dzdx]);
  const sizes = [1, ...shown];
  const length = (i: number, name: string, value: number): SVGTemplateResult | typeof nothing =>
    i < seen
      ? svg`<text class="value halo thin" x=${start} y=${(rows[i] ?? 0) - 22}>${mathText(name)} = ${format(value)}</text>`
      : nothing;
  const bar = (i: number): SVGTemplateResult | typeof nothing => {
    const size = (sizes[i] ?? 0) * unit;
    if (i >= seen || !Number.isFinite(size)) return nothing;
    return svg`<rect class="bar" x=${origin + Math.min(0, size)} y=${(rows[i] ?? 0) - 8} width=${Math.abs(size)} height="16"></rect>`;
  };
  const outline = (i: number, factor: number): string => {
    const [row, end] = [rows[i] ?? 0, origin + factor * unit];
    return `M${origin} ${row - 13}H${end}V${row + 13}H${origin}Z`;
  };
  const factor = (i: number, tone: 'local' | 'upstream', name: string, value: number): SVGTemplateResult =>
    svg`<text class="value halo thin ${tone}" x=${start} y=${(rows[i] ?? 0) + below}>${tone === 'upstream' ? svg`<tspan>→ </tspan>` : nothing}× ${format(value)}${'\u2003'}${mathText(name)}</text>`;
  const limits = seen >= 4 && Number.isFinite(link.dzdx) && Number.isFinite(link.dydx);
  return svg`<line class="rail" x1=${origin} x2=${origin} y1=${rows[0] - 16} y2=${rows[2] + 18}></line>
    <text x=${lens.caption.x} y=${lens.caption.y} text-anchor=${lens.caption.anchor}>${caption}</text>${length(0, 'Δx', dx)}${length(1, 'Δy', stretch.dy)}${length(2, 'Δz', stretch.dz)}
    ${seen >= 2 ? factor(0, 'local', 'Δy/Δx', stretch.byF) : nothing}
    ${seen >= 3 ? factor(1, 'upstream', 'Δz/Δy', stretch.byG) : nothing}
    ${[0, 1, 2].map(bar)}
    ${limits ? svg`<path class="frame local" d=${outline(1, link.dydx)}></path><g class="tangent"><path class="outer" d=${outline(2, link.dzdx)}></path><path class="inner" d=${outline(2, link.dzdx)}></path></g>` : nothing}`;
}

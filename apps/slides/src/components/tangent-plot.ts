// One curve with a point on it and the tangent there, as a part of a larger drawing. A slope's form says whose it is:
// upstream a solid line, local a dotted one, downstream a double one.

import { line as lineShape } from 'd3-shape';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { axes, clip, type Frame, type Ticks } from './axes.ts';

export type Tone = 'upstream' | 'local' | 'downstream';

export interface TangentPlot {
  readonly frame: Frame;
  readonly ticks: Ticks;
  /** Id of its clipping path; all drawings share the page's tree. */
  readonly clipId: string;
  /** The curve as a path: see `curvePath`. */
  readonly curve: string;
  /** The point on the curve; nothing is drawn of one that is not finite. */
  readonly at: readonly [x: number, y: number];
  readonly slope: number;
  readonly tone: Tone;
  readonly tangent: boolean;
  /** An edge of the domain, drawn as a dashed line. */
  readonly edge?: number;
}

/** The points of the curve that exist, broken where it does not. */
export function curvePath(
  { x, y }: Frame,
  curve: { readonly x: readonly number[]; readonly y: readonly number[] },
): string {
  const shape = lineShape<number>()
    .defined((_, i) => Number.isFinite(curve.y[i]))
    .x((value) => x(value))
    .y((_, i) => Math.max(-1e5, Math.min(1e5, y(curve.y[i] ?? 0))));
  return shape([...curve.x]) ?? '';
}

function tangentLine({ frame, at, slope, tone }: TangentPlot): SVGTemplateResult {
  const [px, py] = [frame.x(at[0]), frame.y(at[1])];
  // In stage pixels, so that a steep tangent is as long as a flat one.
  const [dx, dy] = [frame.x(1) - frame.x(0), (frame.y(1) - frame.y(0)) * slope];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [(dx / length) * 130, (dy / length) * 130];
  const ends = `M${px - ux} ${py - uy}L${px + ux} ${py + uy}`;
  return tone === 'downstream'
    ? svg`<g class="tangent"><path class="outer" d=${ends}></path><path class="inner" d=${ends}></path></g>`
    : svg`<path class="beneath" d=${ends}></path><path class="slope ${tone}" d=${ends}></path>`;
}

/** Axes, curve, the way from the axis to the point and on to the other axis, and the tangent once it is due. */
export function tangentPlot(plot: TangentPlot): SVGTemplateResult {
  const { frame, at, edge } = plot;
  const [px, py] = [frame.x(at[0]), frame.y(at[1])];
  const [zeroX, zeroY] = [frame.x(0), frame.y(0)];
  const there = Number.isFinite(py) && Number.isFinite(px);
  return svg`
    <defs>${clip(plot.clipId, frame)}</defs>
    ${axes(frame, plot.ticks)}
    <g clip-path="url(#${plot.clipId})">
      ${edge === undefined ? nothing : svg`<line class="edge" x1=${frame.x(edge)} x2=${frame.x(edge)} y1=${frame.top} y2=${frame.bottom}></line>`}
      <path class="curve" d=${plot.curve}></path>
      ${there ? svg`<path class="guide" d="M${px} ${zeroY}V${py}H${zeroX}"></path>` : nothing}
      ${there && plot.tangent && Number.isFinite(plot.slope) ? tangentLine(plot) : nothing}
    </g>`;
}

// One edge of a computation graph: its wire, the local gradient in its frame, the downstream gradient on its way back.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { GraphEdge } from '../../lesson/ledger.ts';
import { edgeNumbers } from './edge-numbers.ts';
import type { DrawnEdge } from './layout.ts';
import { besideText, downstreamLine, envelope, localFrame, pulse, wire } from './marks.ts';

export interface EdgeState {
  /** Both values at its ends are seen. */
  readonly reached: boolean;
  /** Whether it stands out, or steps back behind others that do. */
  readonly stress: 'strong' | 'faded' | undefined;
  readonly local: boolean;
  readonly downstream: boolean;
  /** What is not seen yet waits in a closed envelope. */
  readonly closed: boolean;
  /** How far the value has come along it, and the downstream gradient on its way back: parts of it. */
  readonly arrived: number;
  readonly back: number;
  readonly note: string | undefined;
}

/** Writes a number in so many pixels. */
export type Write = (value: number, room?: number) => string;

export function edgeDrawing(
  edge: GraphEdge,
  drawn: DrawnEdge,
  { reached, stress, local: open, downstream: sent, closed, arrived, back, note }: EdgeState,
  write: Write,
  upright: boolean,
): SVGTemplateResult {
  const { curve, length } = drawn;
  const pieces = drawn.straight ? 1 : 24;
  const { local, downstream, inwards, middle, distance } = edgeNumbers(drawn, edge, open, write, upright);
  const name = classMap({ edge: true, reached, strong: stress === 'strong', faded: stress === 'faded' });
  return svg`<g class=${name}>
    ${back === 1 ? nothing : wire(curve, pieces, 'wire')}
    ${back > 0 ? downstreamLine(curve, pieces, back, length) : nothing}
    ${open ? localFrame(curve(1 - inwards), local) : closed ? envelope(curve(1 - inwards), 'local') : nothing}
    ${
      sent
        ? besideText(curve, middle, drawn.side * distance, downstream, 'gradient downstream')
        : closed
          ? envelope(curve(middle), 'downstream')
          : nothing
    }
    ${arrived > 0 && arrived < 1 ? pulse(curve(arrived), 'ink') : nothing}
    ${back > 0 && back < 1 ? pulse(curve(1 - back), 'downstream') : nothing}
    ${note ? besideText(curve, middle, drawn.side * -28, note, 'note') : nothing}
  </g>`;
}

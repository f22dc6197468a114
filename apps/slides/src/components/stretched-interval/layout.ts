// Where the number lines of a stretched interval and its microscope stand: side by side, or one below the other where
// there is no room for that.

import type { Lens } from '../microscope.ts';
import type { Place } from '../number-lines.ts';

export interface StretchedLayout {
  readonly narrow: boolean;
  readonly height: number;
  readonly lines: Place;
  readonly lens: Lens;
}

/** Below this width the numbers of the lines would stand too close beside a microscope. */
const least = 900;

export function stretchedLayout(width: number): StretchedLayout {
  if (width >= least) {
    const rows = [64, 178, 292] as const;
    return {
      narrow: false,
      height: 330,
      lines: { left: 40, span: width - 512, rows, height: 330 },
      lens: {
        left: width - 378,
        right: width - 18,
        rows,
        inset: 12,
        below: 51,
        caption: { x: width - 18, y: 42, anchor: 'end' },
      },
    };
  }
  return {
    narrow: true,
    height: 562,
    lines: { left: 28, span: width - 36, rows: [54, 146, 238], height: 276 },
    lens: {
      left: 4,
      right: width - 4,
      rows: [360, 450, 540],
      inset: 8,
      below: 39,
      caption: { x: 4, y: 308, anchor: 'start' },
    },
  };
}

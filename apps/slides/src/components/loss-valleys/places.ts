// Where the panels of <loss-valleys> stand: in a row, and where that would make them too small, two by two or one below
// the other. The sum is always the last.

export interface Place {
  readonly left: number;
  readonly top: number;
}

export interface Places {
  readonly width: number;
  readonly height: number;
  /** The size of a panel's plot with its axes, below its name. */
  readonly panel: { readonly width: number; readonly height: number };
  /** Of up to three addends. */
  readonly addends: readonly Place[];
  readonly sum: Place;
  /** How far right of its panel's left edge a sign stands that joins it to the one before. */
  readonly sign: number;
}

/** Above each panel: its name. */
export const head = 34;
/** Below this a panel of a row is too small. */
const leastInRow = 220;
/** The least width inside a plot that shows anything. */
const leastInside = 80;
/** At the right of a plot. */
const margin = 16;
/** A panel that has a row for itself is no higher. */
const highest = 240;

function inColumns(columns: number, width: number, gap: number): Omit<Places, 'width' | 'sign'> {
  const side = (width - (columns - 1) * gap) / columns;
  const panel = { width: side, height: columns === 1 ? Math.min(side, highest) : side };
  const pitch = panel.height + head;
  const place = (index: number): Place => ({
    left: (index % columns) * (side + gap),
    top: Math.floor(index / columns) * pitch,
  });
  return { panel, addends: [place(0), place(1), place(2)], sum: place(3), height: (4 / columns) * pitch };
}

/** The places in a drawing of this width, whose plots need `gutter` for the labels at their left. */
export function placesIn(width: number, gutter: number): Places {
  const [wide, narrow] = [32, 12];
  const inRow = inColumns(4, width, wide);
  // Beside the axes a sign would be read together with a label.
  if (inRow.panel.width >= leastInRow) return { width, ...inRow, sign: 9 - wide / 2 };
  const pairs = inColumns(2, width, narrow);
  const paired = pairs.panel.width - gutter - margin >= leastInside;
  return { width, ...(paired ? pairs : inColumns(1, width, narrow)), sign: 9 };
}

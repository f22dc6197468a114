// Where the parts of a composition with its nudges stand: from left to right, or from top to bottom where there is no
// room for that. Then the machines go down the left, the number lines stand beside them.

export type Place = readonly [x: number, y: number];

/** A value in the chain and, below it, the number line with its nudge. */
export interface ValuePlace {
  readonly name: Place;
  /** Nothing: on the same line as its name, as an equation. */
  readonly value: Place | undefined;
  /** Middle of the number line. */
  readonly middle: Place;
  readonly label: Place;
}

export interface MachinePlace {
  readonly box: Place;
  /** The factor by which it multiplies a nudge, centred. */
  readonly factor: Place;
  /** The arrow of a factor that is an upstream gradient. */
  readonly arrow: string;
}

export interface ChainLayout {
  readonly narrow: boolean;
  readonly height: number;
  /** Half the width of a number line, and the longest arrow on one. */
  readonly rail: number;
  readonly longest: number;
  /** Half the size of a machine, and half the width of a factor's frame. */
  readonly half: Place;
  readonly frame: number;
  readonly values: Readonly<Record<'x' | 'y' | 'z', ValuePlace>>;
  readonly machines: Readonly<Record<'f' | 'g', MachinePlace>>;
  readonly wires: readonly string[];
  /** Where x is taken hold of. */
  readonly grip: Place;
  /** The arrow from the first nudge to the last. */
  readonly whole: { readonly shaft: string; readonly head: string; readonly label: Place };
}

/** Below this width the labels of a row would meet. */
const least = 960;

function across(width: number): ChainLayout {
  const size = width / 1168;
  const place = (step: number): number => width / 2 + step * 217 * size;
  const [wire, ground, labels, back] = [86, 190, 240, 292] as const;
  const value = (x: number): ValuePlace => ({
    name: [x, 28],
    value: [x, wire + 10],
    middle: [x, ground],
    label: [x, labels],
  });
  const machine = (x: number): MachinePlace => ({
    box: [x, wire],
    factor: [x, labels - 1],
    arrow: `M${x - 64} ${labels + 14}H${x + 62}M${x + 52} ${labels + 7}L${x + 62} ${labels + 14}L${x + 52} ${labels + 21}`,
  });
  const arrow = (from: number, to: number): string =>
    `M${from} ${wire}H${to}M${to - 11} ${wire - 7}L${to} ${wire}L${to - 11} ${wire + 7}`;
  const [x, f, y, g, z] = [place(-2), place(-1), place(0), place(1), place(2)];
  return {
    narrow: false,
    height: 314,
    rail: 150 * size,
    longest: 145 * size,
    half: [44, 38],
    frame: 64,
    values: { x: value(x), y: value(y), z: value(z) },
    machines: { f: machine(f), g: machine(g) },
    wires: [arrow(x + 62, f - 54), arrow(f + 54, y - 62), arrow(y + 62, g - 54), arrow(g + 54, z - 62)],
    grip: [x, wire],
    whole: {
      shaft: `M${x} ${back - 34}V${back}H${z}V${back - 28}`,
      head: `M${z - 10} ${back - 24}L${z} ${back - 38}L${z + 10} ${back - 24}`,
      label: [y, back + 9],
    },
  };
}

function down(width: number): ChainLayout {
  const [wire, pitch, top, bottom] = [32, 202, 112, 172] as const;
  const [from, to, back] = [64, width - 38, width - 10] as const;
  const middle = (from + to) / 2;
  const value = (row: number): ValuePlace => ({
    name: [0, row + 22],
    value: undefined,
    middle: [middle, row + 57],
    label: [middle, row + 92],
  });
  const machine = (row: number): MachinePlace => {
    const y = row + (top + bottom) / 2;
    const [x, tip] = [middle - 81, y + 27];
    return {
      box: [wire, y],
      factor: [middle, y + 8],
      arrow: `M${x} ${y - 27}V${tip}M${x - 7} ${tip - 10}L${x} ${tip}L${x + 7} ${tip - 10}`,
    };
  };
  const arrow = (begin: number, end: number): string =>
    `M${wire} ${begin}V${end}M${wire - 7} ${end - 11}L${wire} ${end}L${wire + 7} ${end - 11}`;
  const [first, last] = [85, 2 * pitch + 85];
  return {
    narrow: true,
    height: 2 * pitch + 104,
    rail: (to - from) / 2,
    longest: (to - from) / 2 - 4,
    half: [28, (bottom - top) / 2],
    frame: 74,
    values: { x: value(0), y: value(pitch), z: value(2 * pitch) },
    machines: { f: machine(0), g: machine(pitch) },
    wires: [
      arrow(54, top - 6),
      arrow(bottom + 6, pitch),
      arrow(pitch + 34, pitch + top - 6),
      arrow(pitch + bottom + 6, 2 * pitch),
    ],
    grip: [38, 14],
    whole: {
      shaft: `M${to + 4} ${first}H${back}V${last}H${to + 10}`,
      head: `M${to + 14} ${last - 10}L${to} ${last}L${to + 14} ${last + 10}`,
      label: [width, bottom + 23],
    },
  };
}

export function chainLayout(width: number): ChainLayout {
  return width < least ? down(width) : across(width);
}

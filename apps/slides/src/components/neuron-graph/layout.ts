// Where one neuron and its gradients stand: from left to right on the stage, from top to bottom in a column.

import { bent } from '../graph/bent.ts';
import { between, type Curve, type Shape, type Spot, straight } from '../graph/curve.ts';

export type Given = 'x1' | 'x2' | 'w1' | 'w2' | 'b' | 'target';
export type Step = 's' | 'y' | 'L';
export type Drawn = Given | Step;
/** What has its product of gradients written beside it. */
export type Product = 'w1' | 'w2' | 'b' | 'y' | 'L';

/** Three numbers in a row around a place, or in a column whose first line begins there. */
export interface ProductPlace extends Spot {
  readonly form: 'row' | 'column';
  /** Times the size of the marks of a graph. */
  readonly size: number;
  /** Of each number, a frame around it included. */
  readonly room: number;
}

interface ValuePlace extends Spot {
  readonly anchor: 'middle' | 'end';
  /** Of its number. */
  readonly room: number;
}

export interface NeuronLayout {
  readonly narrow: boolean;
  readonly height: number;
  readonly shapes: Readonly<Record<Drawn, Shape>>;
  readonly way: (from: Drawn, to: Drawn) => Curve;
  /** Pieces that a way is drawn with. */
  readonly pieces: number;
  /** Local gradients of the sum. */
  readonly local: (from: Drawn) => Spot;
  readonly cell: Shape;
  /** Where the word in the cell ends, on its line. */
  readonly cellWord: Spot;
  readonly values: Readonly<Record<Step, ValuePlace>>;
  readonly products: Readonly<Record<Product, ProductPlace>>;
  /** Letters of a number that there is room for at full size. */
  readonly letters: number;
}

export const stage = 1168;

function wide(): NeuronLayout {
  const weight = { x: 266, width: 192, height: 48 };
  const shapes: NeuronLayout['shapes'] = {
    x1: { x: 62, y: 34, width: 124, height: 48 },
    x2: { x: 62, y: 144, width: 124, height: 48 },
    w1: { ...weight, y: 34 },
    w2: { ...weight, y: 144 },
    b: { ...weight, y: 254 },
    s: { x: 480, y: 144, width: 60, height: 60 },
    y: { x: 652, y: 144, width: 92, height: 60 },
    L: { x: 1000, y: 144, width: 136, height: 60 },
    target: { x: 1092, y: 34, width: 152, height: 48 },
  };
  const way = (from: Drawn, to: Drawn): Curve =>
    between(straight(shapes[from], shapes[to]), shapes[from], shapes[to], 5);
  const product = (x: number, y: number): ProductPlace => ({
    x,
    y,
    form: 'row',
    size: 1,
    room: Number.POSITIVE_INFINITY,
  });
  const value = (x: number): ValuePlace => ({ x, y: 92, anchor: 'middle', room: Number.POSITIVE_INFINITY });
  return {
    narrow: false,
    height: 322,
    shapes,
    way,
    pieces: 1,
    local: (from) => way(from, 's')(0.5),
    cell: { x: 621, y: 151, width: 418, height: 186 },
    cellWord: { x: 802, y: 92 },
    values: { s: value(480), y: value(652), L: value(952) },
    products: {
      w1: product(188, 82),
      w2: product(188, 192),
      b: product(188, 302),
      y: product(652, 206),
      L: product(1000, 206),
    },
    letters: Number.POSITIVE_INFINITY,
  };
}

/** Each weight has a column below its input, the way to the sum on its inner side; the neuron stands at the right. */
function narrow(available: number): NeuronLayout {
  const width = Math.min(available - 2, 420);
  const left = (available - width) / 2;
  const [middle, right] = [left + width / 2, left + width];
  const half = width / 2 - 4;
  const axis = right - 46;
  const border = left + half - 10;
  const beside = axis - border - 19;
  const inRow = (x: number, y: number) => ({ x, y, width: half, height: 46 });
  const atLeft = (y: number) => ({ x: left + half / 2 - 8, y, width: half - 16, height: 46 });
  const shapes: NeuronLayout['shapes'] = {
    x1: inRow(left + half / 2, 24),
    x2: inRow(right - half / 2, 24),
    w1: inRow(left + half / 2, 98),
    w2: inRow(right - half / 2, 98),
    b: atLeft(290),
    s: { x: axis, y: 290, width: 56, height: 56 },
    y: { x: axis, y: 392, width: 74, height: 50 },
    L: { x: right - 70, y: 624, width: 138, height: 54 },
    target: atLeft(548),
  };
  const lanes: Partial<Record<Drawn, number>> = { w1: middle - 20, w2: middle + 20 };
  const curveOf = (from: Drawn, to: Drawn): Curve => {
    if (from === 'y') return straight(shapes.y, { x: axis, y: shapes.L.y });
    const lane = to === 's' ? lanes[from] : undefined;
    return lane === undefined
      ? straight(shapes[from], shapes[to])
      : bent({ x: lane, y: shapes[from].y }, shapes[to], 204);
  };
  const way = (from: Drawn, to: Drawn): Curve => between(curveOf(from, to), shapes[from], shapes[to], 5);
  const column = (x: number, y: number, room: number): ProductPlace => ({ x, y, form: 'column', size: 0.82, room });
  const value = (y: number): ValuePlace => ({ x: axis - 15, y, anchor: 'end', room: beside });
  const product = Math.min(beside - 9, 110);
  return {
    narrow: true,
    height: 704,
    shapes,
    way,
    pieces: 24,
    local: (from) => {
      const lane = lanes[from];
      return lane === undefined ? way(from, 's')(0.5) : { x: lane, y: 172 };
    },
    cell: { x: (border + right) / 2, y: 412, width: right - border, height: 306 },
    cellWord: { x: axis - 14, y: 556 },
    values: {
      s: value(342),
      y: value(440),
      L: { x: left + half / 2 - 8, y: 638, anchor: 'middle', room: half },
    },
    products: {
      w1: column(left, 144, half - 54),
      w2: column(middle + 42, 144, half - 56),
      b: column(left, 336, half - 36),
      y: column(axis - 26 - product, 470, product),
      L: { x: middle, y: 682, form: 'row', size: 0.82, room: width / 2 - 37 },
    },
    letters: Math.floor((width - 198) / 22),
  };
}

export function layoutOf(width: number): NeuronLayout {
  return width < stage ? narrow(width) : wide();
}

// Where one node and its gradients stand: from left to right on the stage, from top to bottom in a column.

import { bent } from '../graph/bent.ts';
import { between, bow, type Curve, type Shape, type Spot, straight } from '../graph/curve.ts';

export type Operand = 'x' | 'y';
type ByOperand<Value> = Readonly<Record<Operand, Value>>;

export interface NodeLayout {
  readonly narrow: boolean;
  readonly height: number;
  readonly operands: ByOperand<Shape>;
  readonly node: Shape;
  readonly end: Shape;
  /** From the operands to the node, from the node to L, and from L back to it. */
  readonly wires: ByOperand<Curve>;
  readonly onward: Curve;
  readonly back: Curve;
  /** Pieces that a way is drawn with. */
  readonly pieces: number;
  readonly z: Spot;
  readonly upstream: Shape;
  readonly local: ByOperand<Shape>;
  readonly downstream: ByOperand<Spot>;
  readonly envelopes: ByOperand<Spot> & { readonly upstream: Spot };
  /** Letters of a number that there is room for between the grips of a value; two more where there are none. */
  readonly letters: number;
}

export const stage = 1168;

function both<Value>(of: (name: Operand, side: -1 | 1) => Value): ByOperand<Value> {
  return { x: of('x', -1), y: of('y', 1) };
}

function wide(alone: boolean): NodeLayout {
  const node: Shape = { x: 640, y: 180, width: 140, height: 140 };
  const end: Shape = { x: 1096, y: 180, width: 116, height: 64 };
  const operands = both((_, side) => ({ x: 120, y: alone ? node.y : 180 + 120 * side, width: 228, height: 64 }));
  const wires = both((name) => between(straight(operands[name], node), operands[name], node, 6));
  const beside = (distance: number) =>
    both((name, side) => {
      const { x, y } = wires[name](0.25);
      return { x, y: y + side * distance };
    });
  return {
    narrow: false,
    height: 352,
    operands,
    node,
    end,
    wires,
    onward: between(straight(node, end), node, end, 6),
    back: straight({ x: 1024, y: 214 }, { x: 724, y: 214 }),
    pieces: 1,
    z: { x: 870, y: 146 },
    upstream: { x: 870, y: 268, width: 250, height: 76 },
    local: both((name) => ({ ...wires[name](0.62), width: 168, height: 84 })),
    downstream: beside(alone ? 78 : 58),
    envelopes: { ...beside(48), upstream: { x: 860, y: 226 } },
    letters: Number.POSITIVE_INFINITY,
  };
}

/** What stands on a way in a column lies upon it: there is no room beside it. */
function narrow(width: number, alone: boolean): NodeLayout {
  const middle = width / 2;
  const column = Math.min(228, middle - 7);
  const node: Shape = { x: middle, y: 300, width: 100, height: 100 };
  const end: Shape = { x: middle, y: 500, width: 116, height: 52 };
  const inColumn = (y: number, height: number) =>
    both((_, side) => ({ x: alone ? middle : middle + side * (column / 2 + 6), y, width: column, height }));
  const operands = inColumn(27, 52);
  const downstream = inColumn(110, 52);
  const local = inColumn(184, 68);
  const handle = Math.min(190, column + 18);
  const lift = Math.min(84, column / 2 + 6);
  const upstream: Shape = { x: middle + handle / 2 - 12, y: 412, width: handle, height: 60 };
  return {
    narrow: true,
    height: 528,
    operands,
    node,
    end,
    wires: both((name) => between(bent(operands[name], node, 218), operands[name], node, 6)),
    onward: between(bow(node, end, -lift), node, end, 6),
    back: between(bow(end, node, -lift), end, node, 6),
    pieces: 24,
    z: { x: middle - lift, y: 412 },
    upstream,
    local,
    downstream,
    envelopes: { ...downstream, upstream: { x: middle + lift, y: upstream.y } },
    letters: Math.floor((width - 200) / 22),
  };
}

/** `alone`: the node has one operand. */
export function layoutOf(width: number, alone: boolean): NodeLayout {
  return width < stage ? narrow(width, alone) : wide(alone);
}

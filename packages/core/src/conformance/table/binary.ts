// Functions of two numbers, one row each: what runs over them on every backend, and their derivatives, written down by hand
// in JavaScript's own arithmetic, which knows nothing of the engine's rules.

import { add as addOf } from '../../primitives/add.ts';
import { atan2 as atan2Of } from '../../primitives/atan2.ts';
import { div as divOf } from '../../primitives/div.ts';
import { logAddExp as logAddExpOf } from '../../primitives/logAddExp.ts';
import { maximum as maximumOf } from '../../primitives/maximum.ts';
import { minimum as minimumOf } from '../../primitives/minimum.ts';
import { mul as mulOf } from '../../primitives/mul.ts';
import { pow as powOf } from '../../primitives/pow.ts';
import { rem as remOf } from '../../primitives/rem.ts';
import { sub as subOf } from '../../primitives/sub.ts';
import type { Operand } from '../../tensor/operand.ts';

const { log } = Math;

type Plane = (x: number, y: number) => number;

/** A function of two numbers. */
export interface BinaryRow {
  readonly of: string;
  readonly f: (x: Operand, y: Operand) => Operand;
  readonly domain: readonly [x: readonly [number, number], y: readonly [number, number]];
  /** ∂x, ∂y, ∂xx, ∂xy, ∂yy. */
  readonly derivatives: readonly [Plane, Plane, Plane, Plane, Plane];
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const nothing: Plane = () => 0;
const one: Plane = () => 1;
const share: Plane = (x, y) => sigmoid(x - y);
const r2: Plane = (x, y) => x * x + y * y;

export const binary: readonly BinaryRow[] = [
  {
    of: 'add',
    f: addOf,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [one, one, nothing, nothing, nothing],
  },
  {
    of: 'sub',
    f: subOf,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [one, () => -1, nothing, nothing, nothing],
  },
  {
    of: 'mul',
    f: mulOf,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [(_, y) => y, (x) => x, nothing, one, nothing],
  },
  {
    of: 'div',
    f: divOf,
    domain: [
      [-3, 3],
      [0.2, 3],
    ],
    derivatives: [(_, y) => 1 / y, (x, y) => -x / y ** 2, nothing, (_, y) => -1 / y ** 2, (x, y) => (2 * x) / y ** 3],
  },
  {
    of: 'pow',
    f: powOf,
    domain: [
      [0.2, 3],
      [-2, 3],
    ],
    derivatives: [
      (x, y) => y * x ** (y - 1),
      (x, y) => x ** y * log(x),
      (x, y) => y * (y - 1) * x ** (y - 2),
      (x, y) => x ** (y - 1) * (1 + y * log(x)),
      (x, y) => x ** y * log(x) ** 2,
    ],
  },
  {
    of: 'atan2',
    f: atan2Of,
    domain: [
      [-3, 3],
      [-3, -0.2],
    ],
    derivatives: [
      (y, x) => x / r2(x, y),
      (y, x) => -y / r2(x, y),
      (y, x) => (-2 * x * y) / r2(x, y) ** 2,
      (y, x) => (y * y - x * x) / r2(x, y) ** 2,
      (y, x) => (2 * x * y) / r2(x, y) ** 2,
    ],
  },
  {
    of: 'logAddExp',
    f: logAddExpOf,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [
      share,
      (x, y) => share(y, x),
      (x, y) => share(x, y) * share(y, x),
      (x, y) => -share(x, y) * share(y, x),
      (x, y) => share(x, y) * share(y, x),
    ],
  },
  {
    of: 'maximum',
    f: maximumOf,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [(x, y) => Number(x > y), (x, y) => Number(y > x), nothing, nothing, nothing],
  },
  {
    of: 'minimum',
    f: minimumOf,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [(x, y) => Number(x < y), (x, y) => Number(y < x), nothing, nothing, nothing],
  },
  {
    of: 'rem',
    f: remOf,
    domain: [
      [-3, 3],
      [0.4, 2],
    ],
    derivatives: [one, (x, y) => -Math.trunc(x / y), nothing, nothing, nothing],
  },
];

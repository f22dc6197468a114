// The square of a damped pendulum's angle after some steps, from its angle, its speed, and gravity over length.

import type { Swing } from '../workloads/scan.ts';
import type { Api, Operand } from './api.ts';

type Motion = { angle: Operand; speed: Operand };

export const pendulum =
  ({ add, mul, scan, sin, square, sub }: Api, { steps, step, friction }: Swing) =>
  (start: Operand): Operand => {
    const [angle, speed, gravity] = start as Iterable<Operand> as [Operand, Operand, Operand];
    const move = ({ angle, speed }: Motion) => {
      const next = add(angle, mul(step, speed));
      const force = add(mul(gravity, sin(next)), mul(friction, speed));
      return [{ angle: next, speed: sub(speed, mul(step, force)) }, {}] as const;
    };
    const [end] = scan(move, { angle, speed }, null, { length: steps });
    return square(end.angle);
  };

// scan: value-dependent loops: the gradient of where a damped pendulum is after many steps.

import { type GradientWorkload, gradientWorkload } from '../kinds/gradient.ts';
import { type Node, Tape } from '../reference/tape.ts';

export interface Swing {
  readonly steps: number;
  /** Seconds per step. */
  readonly step: number;
  readonly friction: number;
}

export const scan: GradientWorkload<number, Swing> = gradientWorkload({
  name: 'scan',
  computes: 'gradient of θ² after steps of θ += h ω, ω −= h (g sin θ + c ω), by θ, ω and g at the start; read back',
  dtypes: ['f64'],
  sizes: { '100 steps': 100, '10,000 steps': 10_000 },
  quick: ['100 steps'],
  full: ['10,000 steps'],
  tolerance: { f64: 1e-10, f32: 1e-3 },
  data: (steps) => ({ steps, step: 2 ** -10, friction: 2 ** -4 }),
  start: () => [Float64Array.of(1, 0.5, 9.75)],
  right: ({ steps, step, friction }, [start]) => {
    const t = new Tape();
    const leaves = t.leaves(start as Float64Array);
    const [, , gravity] = leaves as [Node, Node, Node];
    let [angle, speed] = leaves as [Node, Node];
    for (let i = 0; i < steps; i++) {
      const next = t.add(angle, t.scale(speed, step));
      const force = t.add(t.mul(gravity, t.sin(next)), t.scale(speed, friction));
      speed = t.sub(speed, t.scale(force, step));
      angle = next;
    }
    return [t.gradient(t.square(angle), leaves)];
  },
});

// The pendulum forwards with its path kept, and backwards along it.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { Swing } from '../../workloads/scan.ts';

export function pendulum({ steps, step, friction }: Swing): GradientCall {
  return ([start]) => {
    let [angle, speed] = start as unknown as [number, number];
    const gravity = start?.[2] as number;
    const angles = new Float64Array(steps);
    for (let i = 0; i < steps; i++) {
      angle += step * speed;
      angles[i] = angle;
      speed -= step * (gravity * Math.sin(angle) + friction * speed);
    }
    let byAngle = 2 * angle;
    let bySpeed = 0;
    let byGravity = 0;
    for (let i = steps - 1; i >= 0; i--) {
      const at = angles[i] as number;
      byGravity -= step * Math.sin(at) * bySpeed;
      byAngle -= step * gravity * Math.cos(at) * bySpeed;
      bySpeed = bySpeed * (1 - step * friction) + step * byAngle;
    }
    return [[byAngle, bySpeed, byGravity]];
  };
}

// The descent a slide's state stands for. The last one is kept and continued, so that a run costs one step per step.

import { type Descent, descend } from '../../lesson/descent.ts';
import type { Points } from '../../lesson/points.ts';
import type { Regression } from '../../lesson/regression.ts';
import type { DescentState } from './regression-state.ts';

let kept:
  | { lesson: Regression; points: Points; line: DescentState['line']; rate: number; descent: Descent }
  | undefined;

export function descentOf(lesson: Regression, points: Points, { line, rate, clock, extra }: DescentState): Descent {
  const same = kept?.lesson === lesson && kept.points === points && kept.line === line && kept.rate === rate;
  const descent = descend(lesson, points, line, rate, clock + extra, same ? kept?.descent : undefined);
  if (!same || descent.path.length > (kept?.descent.path.length ?? 0)) kept = { lesson, points, line, rate, descent };
  return descent;
}

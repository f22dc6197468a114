// The descent a slide's state stands for. The last one is kept and continued, so that a run costs one step per step.

import { type Descent, descend, type Optimiser } from '../../lesson/descent.ts';
import { type OptimiserName, optimiseOn } from '../../lesson/optimisers.ts';
import type { Line, Points } from '../../lesson/points.ts';
import { type Regression, regressionOn } from '../../lesson/regression.ts';
import type { Engine } from '../../store/engine.ts';

export interface DescentSetting {
  readonly line: Line;
  readonly rate: number;
  readonly optimiser: OptimiserName;
  readonly steps: number;
}

interface Kept {
  readonly lesson: Regression;
  readonly points: Points;
  readonly setting: DescentSetting;
  readonly descent: Descent;
}

let kept: Kept | undefined;

export function optimiserOf(engine: Engine, name: OptimiserName): Optimiser {
  return { name, optimise: optimiseOn(engine) };
}

export function descentOf(engine: Engine, points: Points, setting: DescentSetting): Descent {
  const lesson = regressionOn(engine);
  const { line, rate, optimiser, steps } = setting;
  const before = kept?.setting;
  const same =
    kept?.lesson === lesson &&
    kept.points === points &&
    before?.line.a === line.a &&
    before.line.b === line.b &&
    before.rate === rate &&
    before.optimiser === optimiser;
  const known = same ? kept?.descent : undefined;
  const descent = descend(lesson, points, line, rate, steps, known, optimiserOf(engine, optimiser));
  if (!known || descent.path.length > known.path.length) kept = { lesson, points, setting, descent };
  return descent;
}

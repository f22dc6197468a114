// A descent run as a relay: each step is computed by the backend whose letter stands in the baton's list. Beside it
// the same descent run by one backend alone, and a number's 64 bits, to see that nobody can tell who ran.

import type { Line, Points } from './points.ts';
import type { Regression, Slope } from './regression.ts';

/** T: the TypeScript backend; W: the WebAssembly backend. */
export type Runner = 'T' | 'W';

export interface RelayRun {
  /** `path[k]` is the line after k steps. */
  readonly path: readonly Line[];
  readonly slopes: readonly Slope[];
}

/** Beyond this loss there is nothing left to see. */
const hopeless = 1e9;

export function isRunner(letter: string | undefined): letter is Runner {
  return letter === 'T' || letter === 'W';
}

/** The other one takes over. */
export function handOver(runner: Runner): Runner {
  return runner === 'T' ? 'W' : 'T';
}

/** A relay that keeps its last run, so that one step more costs one step. `runners[k]` takes step k + 1. */
export function relay(lessons: Readonly<Record<Runner, Regression>>) {
  let kept: { points: Points; start: Line; rate: number; runners: string; run: RelayRun } | undefined;
  return (points: Points, start: Line, rate: number, runners: string): RelayRun => {
    const same = kept?.points === points && kept.start.a === start.a && kept.start.b === start.b && kept.rate === rate;
    const known = same ? kept : undefined;
    const path: Line[] = [start];
    const slopes: Slope[] = [];
    const common = sharedLength(known?.runners ?? '', runners);
    if (known) {
      path.splice(0, 1, ...known.run.path.slice(0, common + 1));
      slopes.push(...known.run.slopes.slice(0, common + 1));
    }
    const first = lessons[isRunner(runners[0]) ? runners[0] : 'T'];
    if (!slopes.length) slopes.push(first.slope(start, points));
    for (let k = path.length - 1; k < runners.length; k += 1) {
      const [line, before] = [path[k], slopes[k]];
      const runner = runners[k];
      if (!line || !before || !isRunner(runner) || !(before.loss < hopeless)) break;
      // Whoever runs takes nothing over but the two numbers a and b.
      const lesson = lessons[runner];
      const next = lesson.step(line, lesson.slope(line, points).gradient, rate);
      path.push(next);
      slopes.push(lesson.slope(next, points));
    }
    const run = { path, slopes };
    kept = { points, start, rate, runners, run };
    return run;
  };
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  for (let k = 0; k < most; k += 1) if (one[k] !== other[k]) return k;
  return most;
}

const view = new DataView(new ArrayBuffer(8));

/** The 64 bits of a double, the sign first: 1 for the sign, 11 of the exponent, 52 of the fraction. */
export function bitsOf(value: number): string {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(2).padStart(64, '0');
}

/** The double whose last bit is the other one. */
export function lastBitFlipped(value: number): number {
  view.setFloat64(0, value);
  view.setUint8(7, view.getUint8(7) ^ 1);
  return view.getFloat64(0);
}

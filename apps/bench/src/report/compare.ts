// Two runs compared: what got slower or faster beyond the noise.

import type { Line } from '../measure/line.ts';
import { quartiles } from '../measure/quartiles.ts';
import { seeded } from '../seeded.ts';
import { cell, showTime, table } from './format.ts';
import { isTimed, type Results } from './results.ts';

type Timed = Line & Required<Pick<Line, 'time' | 'rounds'>>;

export interface Change {
  readonly before: Timed;
  readonly after: Timed;
  /** Median after over median before, and where it lies in 95 of 100 resamples. */
  readonly factor: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: 'slower' | 'faster' | 'within the noise';
}

const resamples = 1000;

/** Less than this is never called a change: two runs on one machine differ by as much. */
const least = 1.05;

/** The 2.5 % and 97.5 % points of the ratio of medians (Efron & Tibshirani, An Introduction to the Bootstrap, 1993). */
function interval(before: readonly number[], after: readonly number[]): readonly [low: number, high: number] {
  const random = seeded(19);
  const resampled = (values: readonly number[]): number => {
    const picks = random.uniform(values.length, 0, values.length);
    return quartiles(Array.from(picks, (pick) => values[Math.floor(pick)] as number)).median;
  };
  const ratios = Array.from({ length: resamples }, () => resampled(after) / resampled(before)).sort((l, r) => l - r);
  return [ratios[Math.floor(0.025 * resamples)] as number, ratios[Math.ceil(0.975 * resamples) - 1] as number];
}

/** Changes of what both runs timed, the worst first. Rounds drift together, so their quartiles must be apart as well. */
export function compare(before: Pick<Results, 'lines'>, after: Pick<Results, 'lines'>): Change[] {
  const changes = before.lines.filter(isTimed).flatMap((old): Change[] => {
    const now = after.lines.filter(isTimed).find((line) => sameLine(line, old));
    if (now === undefined) return [];
    const factor = now.time.median / old.time.median;
    const [low, high] = interval(old.rounds, now.rounds);
    const slower = now.time.low > old.time.high && low > 1 && factor > least;
    const faster = now.time.high < old.time.low && high < 1 && factor < 1 / least;
    return [
      {
        before: old,
        after: now,
        factor,
        low,
        high,
        verdict: slower ? 'slower' : faster ? 'faster' : 'within the noise',
      },
    ];
  });
  return changes.sort((l, r) => r.factor - l.factor);
}

function sameLine(l: Line, r: Line): boolean {
  return l.workload === r.workload && l.size === r.size && l.dtype === r.dtype && l.runner === r.runner;
}

/** The comparison for people: one sentence, and a table of what changed. */
export function showComparison(before: Results, after: Results): string {
  const changes = compare(before, after);
  const changed = changes.filter(({ verdict }) => verdict !== 'within the noise');
  const count = (verdict: Change['verdict']): number => changed.filter((change) => change.verdict === verdict).length;
  const rows = changed.map(({ before: old, after: now, factor, low, high, verdict }) => [
    cell(`${old.workload}, ${old.size}, ${old.dtype}`),
    old.runner,
    showTime(old.time.median),
    showTime(now.time.median),
    `${factor.toFixed(2)} (${low.toFixed(2)} – ${high.toFixed(2)})`,
    verdict,
  ]);
  const differ = (['cpu', 'engine'] as const).filter((key) => before.machine[key] !== after.machine[key]);
  return [
    `${changes.length} compared: ${count('slower')} slower, ${count('faster')} faster beyond the noise.`,
    ...(differ.length > 0 ? [`Not the same ${differ.join(' and ')}: times tell little.`] : []),
    ...(rows.length > 0
      ? [
          table(
            ['case', 'runner', 'before', 'after', 'factor', ''],
            ['---', '---', '---:', '---:', '---:', '---'],
            rows,
          ),
        ]
      : []),
  ].join('\n\n');
}

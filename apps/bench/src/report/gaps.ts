// Where the packages are farthest behind.

import type { Line } from '../measure/line.ts';
import { isTimed, type Results } from './results.ts';

export interface Gap {
  readonly case: Line;
  readonly best: Line;
  /** The time of the faster package over that of the best other runner. */
  readonly factor: number;
}

/** Cases in which some other runner is faster than both packages, the largest factor first. */
export function gapsIn({ lines, runners }: Pick<Results, 'lines' | 'runners'>): Gap[] {
  const own = new Set(runners.filter(({ group }) => group === 'own').map(({ name }) => name));
  const cases = Map.groupBy(lines.filter(isTimed), ({ workload, size, dtype }) => `${workload} ${size} ${dtype}`);
  const fastest = (some: readonly (Line & { time: { median: number } })[]) =>
    some.reduce<(typeof some)[number] | undefined>(
      (best, line) => (best === undefined || line.time.median < best.time.median ? line : best),
      undefined,
    );
  const gaps: Gap[] = [];
  for (const some of cases.values()) {
    const mine = fastest(some.filter(({ runner }) => own.has(runner)));
    const best = fastest(some.filter(({ runner }) => !own.has(runner)));
    if (mine === undefined || best === undefined) continue;
    const factor = mine.time.median / best.time.median;
    if (factor > 1) gaps.push({ case: mine, best, factor });
  }
  return gaps.sort((l, r) => r.factor - l.factor);
}

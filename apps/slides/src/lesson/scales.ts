// What the pictures of the regression show of the world, as a function of the data: extents of the plots, the window of
// the (a, b) plane, a start and a learning rate that make sense there. For the lecture's data all of it is the lecture's.

import { scaleLinear } from 'd3-scale';
import type { Extent } from '../components/axes.ts';
import type { Engine } from '../store/engine.ts';
import { bowlOn } from './bowl.ts';
import type { Window } from './grid.ts';
import { type Line, lectureLine, lecturePoints, lectureRate, type Points } from './points.ts';

type Range = readonly [number, number];

/** The window of the lecture's pictures: around its minimum at (1, 1), with room for starts on every side. */
export const lectureWindow: Window = { a: [-1.4, 3.4], b: [-1.1, 3.1] };

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);

export function isLecture({ x, y }: Points): boolean {
  return same(x, lecturePoints.x) && same(y, lecturePoints.y);
}

/** A round step of which a range holds a few dozen: 0.1 in the lecture's pictures. */
export function stepIn([from, to]: Range): number {
  const step = (to - from) / 15;
  return step > 0 && Number.isFinite(step) ? 10 ** Math.floor(Math.log10(step)) : 0.1;
}

/** The nearest multiple of the step, without the dust of binary fractions. */
export function snap(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12)) + 0; // + 0 turns −0 into 0
}

function wider(values: readonly number[]): Range {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const margin = (greatest - least) * 0.15 || Math.abs(least) * 0.5 || 1;
  const [from = least, to = greatest] = scaleLinear([least - margin, greatest + margin], [0, 1])
    .nice(8)
    .domain();
  return [from, to];
}

/** What a plot of the data shows: the lecture's extent for the lecture's data, else round numbers around all points. */
export function extentOf(data: Points, lecture: Extent): Extent {
  return isLecture(data) ? lecture : { x: wider(data.x), y: wider(data.y) };
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

function variation(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((total, value) => total + (value - middle) ** 2, 0) || middle ** 2 / 10 || 1;
}

/** Around the least-squares line: as far as the loss has grown to a few times that of the best horizontal line. */
export function windowOf(engine: Engine, data: Points): Window {
  if (isLecture(data)) return lectureWindow;
  const { minimum, ring } = bowlOn(engine)(data);
  const reach = Math.sqrt(6 * variation(data.y));
  const around = (middle: number, half: number): Range =>
    Number.isFinite(middle) && half > 0 && Number.isFinite(half) ? [middle - half, middle + half] : [-1, 1];
  return { a: around(minimum.a, ring.a * reach), b: around(minimum.b, ring.b * reach) };
}

/**
 * Where a slide starts: the lecture's line. For other data, a line that misses theirs as that one misses its own, which is
 * y = x + 1: steeper by the part of their spread, and about their middle, so that it stays in the plot.
 */
export function startOf(engine: Engine, data: Points, lecture: Line = lectureLine): Line {
  if (isLecture(data)) return lecture;
  const { minimum } = bowlOn(engine)(data);
  const middle = { x: mean(data.x), y: mean(data.y) };
  const high = spread(data.y) || Math.abs(middle.y) || 1;
  const slope = high / spread(data.x);
  const a = snap(minimum.a + (lecture.a - 1) * 0.8 * slope, stepIn([0, slope]));
  const b = snap(middle.y - a * middle.x + ((lecture.b - 1) * high) / 4, stepIn([0, 2 * high]));
  return { a, b };
}

const toDigits = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** The slide's learning rate, or for other data the same part of their 2/λmax. */
export function rateOf(engine: Engine, data: Points, lecture: number = lectureRate): number {
  if (isLecture(data)) return lecture;
  const limitOf = bowlOn(engine);
  return toDigits((lecture * limitOf(data).limit) / limitOf(lecturePoints).limit, 2);
}

/** The greatest learning rate of a slider: well beyond the edge, 0.3 in the lecture. */
export function greatestRate(engine: Engine, data: Points): number {
  return toDigits(1.6 * bowlOn(engine)(data).limit, 1);
}

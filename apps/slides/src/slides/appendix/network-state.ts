// What the small network's slide remembers, and the training that this stands for.

import { classesOn, mostPoints, type PictureOfClasses, pictures } from '../../lesson/classes.ts';
import { type Classes, type Trained, trainingOn } from '../../lesson/network.ts';
import { advanceField, fieldOfNetwork } from '../../lesson/score-field.ts';
import { type Rates, type Recipe, Trajectory } from '../../lesson/trajectory.ts';
import { type Engine, engines } from '../../store/engine.ts';
import { type Check, fields, type Holds, isNumber, list, nullable, oneOf, whole } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';

export interface NetworkState extends SlideState {
  readonly picture: PictureOfClasses;
  readonly seed: number;
  /** Neurons in each of the two hidden layers. */
  readonly width: number;
  readonly rates: Rates;
  /** Steps that a run added to those of the clock. */
  readonly extra: number;
  /** While it runs, how many steps the boundary is behind: it follows as fast as frames allow. */
  readonly lag: number;
  readonly running: boolean;
  /** The points, once the presenter has changed them. */
  readonly own: Classes | null;
  /** The class of a point that a press adds. */
  readonly adding: number;
  /** Steps per second measured during runs, by backend; 0 before. */
  readonly speed: { readonly typescript: number; readonly wasm: number };
}

/** Steps of training after each click. */
export const stepsAt = [0, 1, 10, 50, 200] as const;
export const longest = 2000;
/** Of the clock and a run together. */
const mostSteps = longest + stepsAt[4];

const isRate: Check = (value) => list(isNumber, 2, 2)(value) && whole(0, mostSteps)((value as unknown[])[0]);

const areClasses: Check = (value) => {
  const coordinates = list(isNumber, mostPoints, 2);
  if (!fields({ x: coordinates, y: coordinates, label: list(oneOf([0, 1]), mostPoints, 2) })(value)) return false;
  const { x, y, label } = value as Classes;
  return x.length === y.length && x.length === label.length;
};

export const networkHolds: Holds<NetworkState> = {
  picture: oneOf(pictures),
  seed: whole(0, 1e6),
  width: oneOf([2, 4, 8]),
  rates: list(isRate, mostSteps + 1, 1),
  extra: whole(0, longest),
  lag: whole(0, longest),
  own: nullable(areClasses),
  adding: oneOf([0, 1]),
};

/** Steps in one tick, so that one can watch it learn. */
const pace = 12;
/** Milliseconds of training or drawing in one tick; a frame has 16. */
const budget = 6;

export const trajectory: Trajectory = new Trajectory();

/** Equal points are the same object, whichever window they come from. */
let latest: { text: string; data: Classes } | undefined;

export function dataOf(engine: Engine, { own, picture, seed }: NetworkState): Classes {
  if (!own) return classesOn(engine)(picture, seed);
  const text = JSON.stringify(own);
  if (latest?.text !== text) latest = { text, data: own };
  return latest.data;
}

export const stepsOf = ({ clock, extra }: NetworkState): number => (stepsAt[clock] ?? 0) + extra;

export function recipeOf(engine: Engine, state: NetworkState): Recipe {
  const { seed, width, rates } = state;
  return { data: dataOf(engine, state), seed, width, rates };
}

export function trainedAt(engine: Engine, state: NetworkState, steps: number): Trained {
  return trajectory.at(trainingOn(engine), recipeOf(engine, state), steps);
}

/** A boundary on its way, band by band, and the last one that was finished. */
interface Drawing {
  readonly data: Classes;
  readonly recipe: string;
  readonly step: number;
}
let drawing: (Drawing & { readonly trained: Trained }) | undefined;
let finished: (Drawing & { readonly field: readonly number[] }) | undefined;
let turn = 0;

function drawingOf(engine: Engine, state: NetworkState, step: number): Drawing {
  const { data, seed, width, rates } = recipeOf(engine, state);
  return { data, recipe: JSON.stringify([seed, width, rates]), step };
}

const same = (one: Drawing, other: Drawing | undefined): boolean =>
  one.data === other?.data && one.recipe === other.recipe && one.step === other.step;

/** The score field of the step that the state stands for; in a run, of the last one there was time to draw. */
export function shownField(engine: Engine, state: NetworkState): readonly number[] {
  const steps = stepsOf(state);
  const step = Math.max(0, state.running ? steps - state.lag : steps);
  const wanted = drawingOf(engine, state, step);
  if (finished && same(wanted, finished)) return finished.field;
  const field = fieldOfNetwork(trainingOn(engine), trainedAt(engine, state, step).network);
  finished = { ...wanted, field };
  return field;
}

/** One tick of a run: some steps of training, or some of the next boundary, in turns. */
export function advance(engine: Engine, state: NetworkState): Partial<NetworkState> | undefined {
  const steps = stepsOf(state);
  if (steps >= longest) return undefined;
  const began = performance.now();
  const late = (): boolean => performance.now() - began > budget;
  const training = trainingOn(engine);
  const now = trainedAt(engine, state, steps);
  turn += 1;
  if (turn % 2 === 0) {
    if (!drawing || !same(drawingOf(engine, state, drawing.step), drawing) || drawing.step > steps)
      drawing = { ...drawingOf(engine, state, steps), trained: now };
    const { trained, ...rest } = drawing;
    while (!late()) {
      if (!advanceField(training, trained.network)) continue;
      drawing = undefined;
      finished = { ...rest, field: fieldOfNetwork(training, trained.network) };
      return { lag: steps - rest.step };
    }
    return {};
  }
  let count = 0;
  while (!late() && count < pace && steps + count < longest) {
    count += 1;
    trainedAt(engine, state, steps + count);
  }
  const name = engine === engines.wasm ? 'wasm' : 'typescript';
  // Some browsers' clocks tick every tenth of a millisecond: a state holds no infinite speed.
  const measured = (1000 * count) / Math.max(performance.now() - began, 0.1);
  const before = state.speed[name];
  const speed = { ...state.speed, [name]: before ? 0.9 * before + 0.1 * measured : measured };
  return { extra: state.extra + count, lag: state.lag + count, speed };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saying } from '../src/language/language.ts';
import { lecturePoints, type Points } from '../src/lesson/points.ts';
import { slides } from '../src/slides/index.ts';
import type { Scene } from '../src/slides/slide.ts';
import { engines } from '../src/store/engine.ts';
import { fields, isNumber, like, list, optional, text, whole } from '../src/store/holds.ts';
import { acceptsOf, stateReader } from '../src/store/read-state.ts';
import { shared } from '../src/store/shared.ts';
import { type DeckState, startState } from '../src/store/state.ts';

const starts = Object.fromEntries(slides.map(({ id, start }) => [id, start]));
const initial = startState(starts, 'wasm', 'ko');
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a check', () => {
  it('refuses what is no plain data: holes, classes, numbers without an end, keys too many', () => {
    expect(isNumber(Number.NaN)).toBe(false);
    expect(isNumber(Number.POSITIVE_INFINITY)).toBe(false);
    expect(isNumber(1e6)).toBe(true);
    expect(isNumber(1e6 + 1)).toBe(false);
    expect(whole(0, 3)(1.5)).toBe(false);
    expect(text(3)('four')).toBe(false);
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case
    expect(list(isNumber, 3)([1, , 3])).toBe(false);
    expect(list(isNumber, 2)([1, 2, 3])).toBe(false);
    expect(
      fields({ a: isNumber })(
        new (class {
          a = 1;
        })(),
      ),
    ).toBe(false);
    expect(fields({ a: isNumber })(new Map([['a', 1]]))).toBe(false);
    expect(fields({ a: isNumber })({ a: 1, b: 2 })).toBe(false);
    expect(fields({ a: isNumber })(JSON.parse('{"a":1,"__proto__":{"a":2}}'))).toBe(false);
    expect(fields({ a: isNumber, b: optional(isNumber) })({ a: 1 })).toBe(true);
    expect(like({ at: [1, 2], name: 'x' })({ at: [3, 4], name: 'y' })).toBe(true);
    expect(like({ at: [1, 2], name: 'x' })({ at: [3], name: 'y' })).toBe(false);
    expect(like(null)(undefined)).toBe(false);
  });
});

describe('what is equal', () => {
  it('is kept, down to its parts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(shared(one, structuredClone(one))).toBe(one);
        expect(shared(one, other)).toEqual(other);
      }),
    );
    const known = { a: { x: [1, 2] }, b: { y: 3 } };
    const next = shared(known, { a: { x: [1, 2] }, b: { y: 4 } });
    expect(next.a).toBe(known.a);
    expect(next.b).toEqual({ y: 4 });
  });
});

/** A value like this one, or wildly different. */
function other(value: unknown): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.constantFrom(0, -1, 1, 2, 3, 0.5, 1e6, -1e6, 1e300, 7, 500, 2000),
    fc.double({ min: -10, max: 10, noNaN: true }),
    fc.constantFrom('', 'x', 'x^2', '((', 'max', 'sin(x', 'T', 'WWW', 'momentum', 'tanh', 'xor', null, true, false),
    fc.jsonValue({ maxDepth: 2 }),
  );
  if (Array.isArray(value)) return fc.oneof({ weight: 4, arbitrary: fc.tuple(...value.map(other)) }, odd);
  if (typeof value === 'object' && value !== null) {
    const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, other(part)]));
    return fc.oneof({ weight: 6, arbitrary: fc.record(parts) }, odd);
  }
  return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, odd);
}

/** Keys that a state has only once somebody has used the slide. */
const later = fc.record(
  {
    line: fc.record({ a: fc.double({ min: -9, max: 9, noNaN: true }), b: fc.constantFrom(1, -1e6, 'b') }),
    rate: fc.constantFrom(0, 0.1, -3, 1e6, '1'),
    depth: fc.record({ at: fc.nat(12), value: fc.nat(80) }),
    node: fc.record({ at: fc.nat(9), value: fc.constantFrom('a', 'r1', 'nothing', '__proto__') }),
    nudge: fc.record({
      at: fc.nat(9),
      value: fc.record({ by: fc.double({ min: -1, max: 1, noNaN: true }), half: fc.constantFrom(0, 1, 1e6) }),
    }),
    own: fc.record({
      x: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 3 }),
      y: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 3 }),
      label: fc.array(fc.constantFrom(0, 1), { minLength: 2, maxLength: 3 }),
    }),
  },
  { requiredKeys: [] },
);

function sceneFor(state: unknown, points: Points): Scene {
  const ignore = (): void => undefined;
  return {
    state: state as Scene['state'],
    points,
    data: points,
    engine: engines.typescript,
    language: 'ko',
    say: saying('ko'),
    set: ignore,
    restart: ignore,
    movePoints: ignore,
    giveData: ignore,
    visit: ignore,
  };
}

describe('a state from outside', () => {
  it('is accepted where it is a start state, also as JSON', () => {
    const reader = stateReader(slides);
    for (const { id, start } of slides) expect(reader.accepts(id, json(start)), id).toBe(true);
    expect(reader.read(structuredClone(initial), initial)).toEqual(initial);
    expect(reader.read(initial, initial)?.slides.title).toBe(initial.slides.title);
  });

  it.each(slides.map((slide) => [slide.id, slide] as const))(
    'can be drawn and computed wherever it is accepted: %s',
    (_, slide) => {
      const accepts = acceptsOf(slide);
      const keys = Object.keys(slide.start);
      // One or two values at a time: of more, hardly a state would be accepted.
      const states = fc
        .tuple(
          other(slide.start),
          fc.subarray(keys, { maxLength: Math.min(2, keys.length) }),
          later,
          fc.nat(slide.clicks),
        )
        .map(([state, changed, more, clock]) => ({
          ...slide.start,
          ...Object.fromEntries(Object.entries(state ?? {}).filter(([key]) => changed.includes(key))),
          ...Object.fromEntries(Object.entries(more).filter(([key]) => slide.holds && Object.hasOwn(slide.holds, key))),
          clock,
        }));
      let accepted = 0;
      fc.assert(
        fc.property(states, (state) => {
          if (!accepts(state)) return;
          accepted += 1;
          const scene = sceneFor(state, lecturePoints);
          slide.view(scene);
          slide.controls?.(scene);
          slide.run(scene as never);
          slide.tick?.(scene as never);
          slide.undo?.(scene.state as never);
        }),
        { numRuns: 100, seed: 20 },
      );
      expect(accepted).toBeGreaterThan(0);
    },
  );

  it('changes nothing where any part of it is wrong', () => {
    const reader = stateReader(slides);
    const wrong: ((state: DeckState) => unknown)[] = [
      (state) => ({ ...state, slide: 'nowhere' }),
      (state) => ({ ...state, backend: 'gpu' }),
      (state) => ({ ...state, points: { x: [1, 2], y: [1] } }),
      (state) => ({ ...state, points: { x: [1], y: [1] } }),
      (state) => ({ ...state, given: { x: Array(201).fill(0), y: Array(201).fill(0) } }),
      (state) => ({ ...state, more: 1 }),
      (state) => ({ ...state, slides: { ...state.slides, descent: { ...state.slides.descent, clock: 9 } } }),
      (state) => ({ ...state, slides: { ...state.slides, descent: { ...state.slides.descent, extra: 1e5 } } }),
      (state) => ({
        ...state,
        slides: { ...state.slides, 'chain-composite': { ...state.slides['chain-composite'], f: 'x^' } },
      }),
      (state) => ({ ...state, slides: { ...state.slides, unknown: { clock: 0 } } }),
      ({ slides: { title: _, ...rest }, ...state }) => ({ ...state, slides: rest }),
    ];
    for (const change of wrong) expect(reader.read(json(change(initial)), initial), String(change)).toBeUndefined();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(reader.read(value, initial)).toBeUndefined();
      }),
    );
  });
});

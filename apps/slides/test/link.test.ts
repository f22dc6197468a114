import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lecturePoints } from '../src/lesson/points.ts';
import { addressOf, hashOf, type Opened, openAddress } from '../src/link/link.ts';
import { deflate, fromBase64, inflate, toBase64 } from '../src/link/pack.ts';
import { slides } from '../src/slides/index.ts';
import { stateReader } from '../src/store/read-state.ts';
import { type DeckState, startState, withSlide } from '../src/store/state.ts';

const starts = Object.fromEntries(slides.map(({ id, start }) => [id, start]));
const initial = startState(starts, 'wasm', 'ko');
const reader = stateReader(slides);

async function open(hash: string): Promise<Opened | undefined> {
  const address = addressOf(hash);
  return address && (await openAddress(address, slides, reader));
}

async function link(state: DeckState): Promise<string> {
  const slide = slides.find(({ id }) => id === state.slide);
  if (!slide) throw new Error(`there is no slide ${state.slide}`);
  return await hashOf(slide, state);
}

const packed = async (content: unknown): Promise<string> => {
  const bytes = await deflate(new TextEncoder().encode(JSON.stringify(content)));
  return `#/descent/~1z${toBase64(bytes ?? new Uint8Array())}`;
};

describe('a link', () => {
  it('to a start state is the slide’s plain address', async () => {
    expect(await link({ ...initial, slide: 'descent' })).toBe('#/descent');
    expect(addressOf('#/descent')).toBeUndefined();
    expect(addressOf('#/descent/3')).toBeUndefined();
  });

  it('opens every slide in its finished state, and is short', async () => {
    for (const { id, clicks, start } of slides) {
      const state = { ...start, clock: clicks };
      const hash = await link({ ...withSlide(initial, id, state), slide: id });
      expect(hash.length, id).toBeLessThan(80);
      if (clicks > 0) expect((await open(hash))?.state, id).toEqual(state);
    }
  });

  it('holds the data, the values, the language, the theme and the backend, and no run', async () => {
    const state: DeckState = {
      ...withSlide(initial, 'descent', { clock: 3, rate: 0.05, line: { a: 1.5, b: -2 }, extra: 12, running: true }),
      slide: 'descent',
      language: 'en',
      theme: 'dark',
      backend: 'typescript',
      given: { x: [1, 2, 3], y: [2, 4.5, 6] },
      points: { x: [1, 2, 3], y: [2, 4, 6] },
    };
    const hash = await link(state);
    expect(hash).toMatch(/^#\/descent\/~1[zj][A-Za-z0-9_-]+$/);
    const { running: _, ...shown } = state.slides.descent as never as Record<string, unknown>;
    expect(await open(hash)).toEqual({
      slide: 'descent',
      state: { ...shown, running: false },
      language: 'en',
      theme: 'dark',
      backend: 'typescript',
      given: state.given,
      points: state.points,
    });
  });

  it('with the most data there may be still opens', async () => {
    const random = fc
      .sample(fc.double({ min: -9, max: 9, noNaN: true }), { numRuns: 200, seed: 1 })
      .map((value) => Math.round(value * 1e4) / 1e4 + 0);
    const points = { x: random, y: random.toReversed() };
    const hash = await link({
      ...withSlide(initial, 'descent', { clock: 2 }),
      slide: 'descent',
      points,
      given: points,
    });
    expect((await open(hash))?.points).toEqual(points);
  });

  it('that is malformed, huge or of another version opens nothing', async () => {
    const good = await packed({ state: { clock: 2 } });
    expect((await open(good))?.state.clock).toBe(2);
    const bomb = await deflate(new TextEncoder().encode(`{"state":{"clock":${' '.repeat(5e6)}2}}`));
    const wrong = [
      '#/descent/~',
      '#/descent/~1',
      '#/descent/~1z',
      '#/descent/~1z*',
      '#/descent/~1zA',
      good.replace('~1', '~2'),
      good.replace('~1z', '~1j'),
      good.replace('~1z', '~1y'),
      good.slice(0, -4),
      good.replace('descent', 'nowhere'),
      good.replace('descent', '__proto__'),
      `${good}${'A'.repeat(10_000)}`,
      `#/descent/~1z${toBase64(bomb ?? new Uint8Array())}`,
      await packed([]),
      await packed(null),
      await packed({ state: { clock: 99 } }),
      await packed({ state: { clock: -1 } }),
      await packed({ state: { clock: 2, extra: 1e5 } }),
      await packed({ state: { clock: 2, gone: 1 } }),
      await packed({ state: { clock: 2 }, language: 'fr' }),
      await packed({ state: { clock: 2 }, points: { x: [1], y: [1] } }),
      await packed({ state: { clock: 2 }, points: { x: [1, 2], y: [1, 2, 3] } }),
      await packed({ state: { clock: 2 }, more: true }),
    ];
    for (const hash of wrong) expect(await open(hash), hash.slice(0, 80)).toBeUndefined();
  });

  it('of any letters opens a state that its slide accepts, or nothing', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABCzj019_-{}":~%'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...slides.map(({ id }) => id), 'nowhere'), letters, async (id, text) => {
        const opened = await open(`#/${id}/~1${text}`);
        if (opened) expect(reader.accepts(id, opened.state)).toBe(true);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (content) => {
        const opened = await open(await packed(content));
        if (opened) expect(reader.accepts('descent', opened.state)).toBe(true);
      }),
    );
  });

  it('keeps the lecture’s data where it says none', async () => {
    expect((await open(await packed({ state: { clock: 1 } })))?.points).toBe(lecturePoints);
  });
});

describe('packing', () => {
  it('gives back the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const copy = new Uint8Array(bytes);
        expect(fromBase64(toBase64(copy))).toEqual(copy);
        expect(await inflate(new Uint8Array((await deflate(copy)) ?? []), 300)).toEqual(copy);
      }),
    );
  });

  it('stops at the limit', async () => {
    const bytes = new Uint8Array((await deflate(new Uint8Array(1000))) ?? []);
    expect(await inflate(bytes, 999)).toBeUndefined();
    expect((await inflate(bytes, 1000))?.length).toBe(1000);
  });
});

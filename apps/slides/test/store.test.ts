import { describe, expect, it } from 'vitest';
import { routeOf } from '../src/deck/route.ts';
import { lecturePoints } from '../src/lesson/points.ts';
import { slides } from '../src/slides/index.ts';
import { sameBits } from '../src/store/bits.ts';
import { engines } from '../src/store/engine.ts';
import { Store } from '../src/store/store.ts';

function makeStore(): Store {
  return new Store(engines, Object.fromEntries(slides.map(({ id, start }) => [id, start])));
}

describe('the store', () => {
  it('refuses a slide it does not know', () => {
    const store = makeStore();
    store.follow('nowhere', 0);
    expect(() => store.current).toThrow("expected the id of a slide, got 'nowhere'");
  });

  it('holds nothing but JSON', () => {
    const { value } = makeStore().state;
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  it('shares the data among the slides and keeps the line for the slide', () => {
    const store = makeStore();
    store.follow('training-data', 2);
    store.movePoints({ x: [-2, 0.5, 1], y: [-1, -1, 2] });
    store.edit({ line: { a: 1, b: 0 } });
    store.follow('derivative-a', 0);
    expect(store.state.value.points).toEqual({ x: [-2, 0.5, 1], y: [-1, -1, 2] });
    expect(store.current).toEqual(store.starts['derivative-a']);
  });

  it('gives a slide and the data their start values on reset', () => {
    const store = makeStore();
    store.follow('descent', 0);
    expect(store.isChanged).toBe(false);
    store.movePoints({ x: [1, 0, 1], y: [1, 1, 2] });
    store.edit({ rate: 0.3, extra: 5, running: true });
    expect(store.isChanged).toBe(true);
    store.reset();
    expect(store.isChanged).toBe(false);
    expect(store.state.value.points).toBe(lecturePoints);
  });

  it('comes back to the presenter’s own data on reset, and to the lecture’s when all is reset', () => {
    const store = makeStore();
    const own = { x: [1, 2], y: [3, 4] };
    store.follow('training-data', 0);
    store.giveData(own);
    store.movePoints({ x: [9, 2], y: [3, 4] });
    store.edit({ line: { a: 0, b: 0 } });
    store.reset();
    expect(store.state.value.points).toBe(own);
    store.edit({ line: { a: 0, b: 0 } });
    store.resetAll();
    expect(store.state.value.points).toBe(lecturePoints);
    expect(store.current).toEqual(store.starts['training-data']);
  });

  it('changes nothing but the backend when the backend is switched', () => {
    const store = makeStore();
    store.follow('descent', 3);
    store.edit({ rate: 0.05 });
    const { backend, ...rest } = store.state.value;
    store.switchBackend();
    const { backend: other, ...restAfter } = store.state.value;
    expect(other).not.toBe(backend);
    expect(restAfter).toEqual(rest);
    store.switchBackend();
    expect(store.state.value.backend).toBe(backend);
  });

  it('stops a run when its slide is left', () => {
    const store = makeStore();
    store.follow('descent', 0);
    store.edit({ running: true });
    store.follow('before-and-after', 1);
    expect(store.state.value.slides.descent?.running).toBe(false);
  });
});

describe('the slides', () => {
  it('have ids of their own, and start at their first click', () => {
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
    expect(slides.filter(({ start }) => start.clock !== 0)).toEqual([]);
  });

  it('draw the same random starts in the same order', () => {
    for (const slide of slides) {
      if (!slide.random) continue;
      const { random } = slide;
      const draw = (): string[] => {
        let state = slide.start;
        return [1, 2, 3].map(() => {
          state = {
            ...state,
            ...random({ state, points: lecturePoints, data: lecturePoints, engine: engines.typescript }),
          };
          return JSON.stringify(state);
        });
      };
      expect(draw()).toEqual(draw());
      expect(new Set(draw()).size).toBe(3);
    }
  });

  it('give the same bits on both backends, at their first click and at their last', () => {
    for (const { run, start, clicks } of slides) {
      for (const clock of [0, clicks]) {
        const given = { state: { ...start, clock }, points: lecturePoints, data: lecturePoints };
        const [one, other] = [engines.typescript, engines.wasm].map((engine) => run({ ...given, engine }));
        expect(sameBits(one, other)).toBe(true);
      }
    }
  });

  it('take fifty minutes on the main line', () => {
    expect(routeOf(slides).minutes).toBe(50);
  });

  it('have speaker notes in both languages, and a plan of their minutes', () => {
    for (const { id, notes, minutes, title } of slides) {
      for (const text of [notes.say, notes.ask, title]) {
        expect(text.ko, id).toMatch(/[가-힣]/);
        expect(text.en, id).not.toMatch(/[가-힣]/);
      }
      expect(notes.say.ko.length, id).toBeGreaterThan(20);
      expect(minutes, id).toBeGreaterThan(0);
    }
  });
});

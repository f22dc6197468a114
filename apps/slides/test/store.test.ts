import { describe, expect, it } from 'vitest';
import { plane } from '../src/slides/ground.ts';
import { slides } from '../src/slides/index.ts';
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
    store.movePoint(1, 0.5, -1);
    store.moveLine({ a: 1, b: 0 });
    store.follow('derivative-a', 0);
    expect(store.state.value.points).toEqual({ x: [-2, 0.5, 1], y: [-1, -1, 2] });
    expect(store.current.line).toEqual({ a: 2, b: 1 });
  });

  it('gives line, rate, steps and data their start values on reset', () => {
    const store = makeStore();
    store.follow('descent', 0);
    expect(store.isChanged).toBe(false);
    store.movePoint(0, 1, 1);
    store.edit({ rate: 0.3, extra: 5, running: true });
    expect(store.isChanged).toBe(true);
    store.reset();
    expect(store.isChanged).toBe(false);
    expect(store.state.value.points).toEqual({ x: [-2, 0, 1], y: [-1, 1, 2] });
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
    store.setRunning(true);
    store.follow('before-and-after', 1);
    expect(store.state.value.slides.descent?.running).toBe(false);
  });

  it('draws the same random starts in the same order', () => {
    const starts = (): unknown[] => {
      const store = makeStore();
      store.follow('descent', 0);
      return [1, 2, 3].map(() => {
        store.randomStart(plane.window);
        return store.current.line;
      });
    };
    expect(starts()).toEqual(starts());
    expect(new Set(starts().map((line) => JSON.stringify(line))).size).toBe(3);
  });
});

// The slide that comes next, as it will be entered: a still picture in the presenter's view, drawn when nothing else is
// going on. It can be looked at and nothing more.

import { effect } from '@preact/signals-core';
import { nothing, render } from 'lit';
import type { Presenter } from '../deck/presenter.ts';
import { sceneOf, slideContent } from '../deck/scene.ts';
import type { Scene, Slide } from '../slides/slide.ts';

/** Milliseconds of rest before it is drawn. */
const pause = 250;

function still(scene: Scene, slide: Slide): Scene {
  const ignore = (): void => undefined;
  return {
    ...scene,
    state: slide.start,
    set: ignore,
    restart: ignore,
    movePoints: ignore,
    giveData: ignore,
    visit: ignore,
  };
}

export function showNextSlide(place: HTMLElement, presenter: Presenter): void {
  const picture = document.createElement('div');
  picture.className = 'reveal';
  picture.inert = true;
  picture.setAttribute('aria-hidden', 'true');
  const body = document.createElement('div');
  body.className = 'slide';
  picture.append(body);
  place.append(picture);
  // The picture is drawn in stage units.
  new ResizeObserver(([entry]) => {
    picture.style.transform = `scale(${(entry?.contentRect.width ?? 0) / 1280})`;
  }).observe(place);
  let drawn: readonly unknown[] = [];
  let timer = 0;
  effect(() => {
    const { language, points, given, backend } = presenter.store.state.value;
    const slide = presenter.route.slides[presenter.following];
    const wanted = [slide, language, points, given, backend];
    if (wanted.every((one, i) => one === drawn[i])) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      drawn = wanted;
      render(slide ? slideContent(slide, still(sceneOf(presenter.store, slide, presenter), slide)) : nothing, body);
    }, pause);
  });
}

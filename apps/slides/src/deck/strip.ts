// The quiet strip at the bottom, the same on every slide, and the place in the deck at the top right.

import { effect } from '@preact/signals-core';
import { html, nothing, render, type TemplateResult } from 'lit';
import { type Say, saying } from '../language/language.ts';
import { formatTime } from '../numbers/format.ts';
import { versionOffer } from '../offline/new-version.ts';
import { button } from '../slides/controls.ts';
import { backendTitles, engines, isAvailable } from '../store/engine.ts';
import type { Menu } from './menu.ts';
import type { Presenter } from './presenter.ts';
import { placeText } from './route.ts';
import { sceneOf } from './scene.ts';
import type { Timing } from './timing.ts';

function perRun(time: string, say: Say): string {
  return say(`1회 ${time}`, `${time} per run`);
}

function backendPart({ store }: Presenter, timing: Timing, say: Say): TemplateResult {
  const backend = store.backend.value;
  const time = timing.time.value;
  const same = timing.same.value;
  return html`<div class="backend">
    ${same === undefined ? nothing : html`<span class="rest bits">${same ? say('비트까지 같음', 'same bits') : say('비트가 다름', 'bits differ')}</span>`}
    ${
      isAvailable('wasm')
        ? button(backendTitles[backend], () => store.switchBackend(), { key: 'E' })
        : html`<span class="label">${backendTitles[backend]}</span>`
    }
    <span class="time" title=${say('이 슬라이드의 계산을 한 번 하는 시간의 중앙값', 'Median time of one run of this slide’s computation')}>${perRun(time === undefined ? '…' : formatTime(time), say)}</span>
  </div>`;
}

function notice(say: Say): TemplateResult | typeof nothing {
  const { available, reason } = engines.wasm.backend;
  if (available) return nothing;
  return html`<p class="notice" role="status">${say('WebAssembly를 쓸 수 없어 TypeScript backend로 계산한다.', 'There is no WebAssembly here: the TypeScript backend computes.')} <small lang="en">${reason}</small></p>`;
}

function strip(presenter: Presenter, timing: Timing): TemplateResult {
  const { store, slide } = presenter;
  const scene = sceneOf(store, slide, presenter);
  const { say } = scene;
  return html`<div class="tools">
      ${button(say('처음 값', 'Reset'), () => presenter.reset(), { key: 'R', disabled: !store.isChanged })}
      ${slide.random ? button(slide.randomLabel?.[scene.language] ?? say('임의의 시작', 'Random'), () => presenter.randomStart(), { key: 'N' }) : nothing}
      ${slide.tick ? button(store.current.running ? say('멈춤', 'Pause') : say('실행', 'Run'), () => presenter.toggleRun(), { key: 'P' }) : nothing}
      ${slide.controls?.(scene) ?? nothing}
    </div>
    ${backendPart(presenter, timing, say)}`;
}

function place(presenter: Presenter, menu: Menu): TemplateResult {
  const say = saying(presenter.store.language.value);
  const below = presenter.route.slides[presenter.index + 1];
  return html`${versionOffer(say)}${notice(say)}<nav aria-label=${say('슬라이드', 'Slides')}>
    ${
      below?.below
        ? html`<button type="button" class="below" aria-label=${say('더 보기: 아래 슬라이드로', 'more: to the slide below')} @click=${() => presenter.down()}>${say('더 보기', 'more')} ↓</button>`
        : nothing
    }
    <button type="button" aria-label=${say('이전', 'Previous')} @click=${() => presenter.previous()}>‹</button>
    <span>${placeText(presenter.route, presenter.index)}</span>
    <button type="button" aria-label=${say('다음', 'Next')} @click=${() => presenter.next()}>›</button>
    <button type="button" class="menu-button" aria-haspopup="dialog" @click=${() => menu.toggle()}>${say('메뉴', 'Menu')}<kbd>M</kbd></button>
  </nav>`;
}

function part(stage: HTMLElement, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  stage.append(element);
  // After a press with the pointer the keys belong to the deck again.
  element.addEventListener('click', ({ detail, target }) => {
    const pressed = target instanceof Element ? target.closest('button') : null;
    if (detail > 0) pressed?.blur();
  });
  return element;
}

export function makeStrip(stage: HTMLElement, presenter: Presenter, timing: Timing, menu: Menu): void {
  const bottom = part(stage, 'strip');
  const top = part(stage, 'place');
  effect(() => void render(strip(presenter, timing), bottom));
  effect(() => void render(place(presenter, menu), top));
}

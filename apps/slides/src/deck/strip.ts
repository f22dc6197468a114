// The quiet strip at the bottom, the same on every slide, and the place in the deck at the top right.

import { effect } from '@preact/signals-core';
import { html, nothing, render, type TemplateResult } from 'lit';
import '../components/number-field.ts';
import { formatTime } from '../numbers/format.ts';
import { backendTitles, engines, isAvailable } from '../store/engine.ts';
import type { Presenter } from './presenter.ts';
import type { Timing } from './timing.ts';

const button = (label: string, key: string, press: () => void, disabled = false): TemplateResult =>
  html`<button type="button" ?disabled=${disabled} @click=${press}><span class="label">${label}</span><kbd>${key}</kbd></button>`;

function lineFields({ store }: Presenter, move: (name: 'a' | 'b', value: number) => void): TemplateResult {
  const { line } = store.current;
  return html`${(['a', 'b'] as const).map(
    (name) => html`<number-field label=${name} .value=${line[name]} .step=${0.1} .least=${-1e6} .greatest=${1e6}
      @value=${({ detail }: CustomEvent<number>) => move(name, detail)}></number-field>`,
  )}`;
}

function rateFields({ store }: Presenter): TemplateResult {
  const { rate } = store.current;
  const change = (value: number): void => store.edit({ rate: value });
  return html`<number-field label="α" .value=${rate} .step=${0.01} .least=${0} .greatest=${1000}
      @value=${({ detail }: CustomEvent<number>) => change(detail)}></number-field>
    <input class="rate" type="range" aria-label="learning rate α" min="0" max="0.3" step="0.01" .value=${String(rate)} data-prevent-swipe
      @input=${({ target }: InputEvent) => target instanceof HTMLInputElement && change(target.valueAsNumber)}
      @pointerup=${({ target }: PointerEvent) => target instanceof HTMLElement && target.blur()} />`;
}

function backendPart(presenter: Presenter, timing: Timing): TemplateResult {
  const { backend } = presenter.store.state.value;
  const time = timing.time.value;
  const runs = timing.size.value.toLocaleString('en-US');
  return html`<div class="backend">
    ${timing.same.value === undefined ? nothing : html`<span class="rest bits">${timing.same.value ? '비트까지 같음' : '비트가 다름'}</span>`}
    ${
      isAvailable('wasm')
        ? button(backendTitles[backend], 'E', () => presenter.switchBackend())
        : html`<span class="label">${backendTitles[backend]}</span>`
    }
    <span class="time" title="gradient ${runs}개를 한 번 계산하는 시간의 중앙값">1회 ${time === undefined ? '…' : formatTime(time)}</span>
  </div>`;
}

function notice(): TemplateResult | typeof nothing {
  const { available, reason } = engines.wasm.backend;
  if (available) return nothing;
  return html`<p class="notice" role="status">WebAssembly를 쓸 수 없어 TypeScript backend로 계산한다. <small lang="en">${reason}</small></p>`;
}

function strip(presenter: Presenter, timing: Timing): TemplateResult {
  const { store } = presenter;
  const { controls } = presenter.slide;
  const { running, line } = store.current;
  const has = (name: (typeof controls)[number]): boolean => controls.includes(name);
  return html`<div class="tools">
      ${button('처음 값', 'R', () => presenter.reset(), !store.isChanged)}
      ${has('random') ? button('임의의 시작', 'N', () => presenter.randomStart()) : nothing}
      ${has('run') ? button(running ? '멈춤' : '실행', 'P', () => presenter.toggleRun()) : nothing}
      ${has('line') ? lineFields(presenter, (name, value) => presenter.moveLine({ ...line, [name]: value })) : nothing}
      ${has('rate') ? rateFields(presenter) : nothing}
    </div>
    ${backendPart(presenter, timing)}`;
}

function place(presenter: Presenter): TemplateResult {
  const { index, count } = presenter;
  return html`${notice()}<nav aria-label="슬라이드">
    <button type="button" aria-label="이전" @click=${() => presenter.previous()}>‹</button>
    <span>${index + 1} / ${count}</span>
    <button type="button" aria-label="다음" @click=${() => presenter.next()}>›</button>
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

export function makeStrip(stage: HTMLElement, presenter: Presenter, timing: Timing): void {
  const bottom = part(stage, 'strip');
  const top = part(stage, 'place');
  effect(() => void render(strip(presenter, timing), bottom));
  effect(() => void render(place(presenter), top));
}

// The clock on the wall, the time of the lecture, and how it stands against the plan.

import { html, type TemplateResult } from 'lit';
import type { Desk } from '../deck/desk.ts';
import type { Presenter } from '../deck/presenter.ts';
import type { Language, Say } from '../language/language.ts';
import { behind, clockText, elapsed, planAt } from './timer.ts';

const minutesText = (amount: number): string => String(Math.round(amount * 10) / 10);

/** `on plan`, `3 min behind`; less than half a minute is nothing. */
function standing(late: number, say: Say): string {
  const minutes = Math.round(Math.abs(late) / 60_000);
  if (minutes === 0) return say('계획대로', 'on plan');
  return late > 0
    ? say(`${minutes}분 늦음`, `${minutes} min behind`)
    : say(`${minutes}분 빠름`, `${minutes} min ahead`);
}

export function clock(presenter: Presenter, desk: Desk, say: Say, language: Language, now: number): TemplateResult {
  const timer = desk.lecture.timer.value;
  const time = elapsed(timer, now);
  const plan = planAt(presenter.route, presenter.index);
  const counting = timer.since !== null;
  const touched = counting || timer.counted > 0;
  const wall = new Date(now).toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' });
  return html`<p class="times"><time class="elapsed" role="timer" aria-label=${say('강의 시간', 'time of the lecture')}>${clockText(time)}</time> <span class="wall quiet">${wall}</span></p>
    <p class="plan"><span>${touched ? standing(behind(plan, time), say) : say('아직 시작하지 않음', 'not started')}</span>
      <span class="quiet">${say(`계획 ${minutesText(plan.from)}–${minutesText(plan.to)} / ${plan.all}분`, `plan ${minutesText(plan.from)}–${minutesText(plan.to)} of ${plan.all} min`)}</span></p>
    <p class="buttons">
      <button type="button" @click=${() => desk.toggleTimer()}>${counting ? say('시계 멈춤', 'Pause the timer') : say('시계 시작', 'Start the timer')}<kbd>T</kbd></button>
      <button type="button" ?disabled=${!touched} @click=${() => desk.resetTimer()}>${say('0으로', 'Reset')}<kbd>Shift T</kbd></button>
    </p>`;
}

// What the audience sees of what the presenter does, and the tools of the presenter's hand.

import { html, type TemplateResult } from 'lit';
import type { Desk } from '../deck/desk.ts';
import type { Bilingual, Language, Say } from '../language/language.ts';
import type { DeckState } from '../store/state.ts';

function tool(label: string, key: string, on: boolean | undefined, press: () => void): TemplateResult {
  const content = html`<span class="label">${label}</span><kbd>${key}</kbd>`;
  return on === undefined
    ? html`<button type="button" @click=${press}>${content}</button>`
    : html`<button type="button" aria-pressed=${on ? 'true' : 'false'} @click=${press}>${content}</button>`;
}

export interface Faults {
  /** Why the windows are not kept alike, where they are not. */
  readonly mirroring: Bilingual | undefined;
}

/** How many windows the audience has, and what they show. */
function standing(desk: Desk, live: DeckState, faults: Faults, language: Language, say: Say): string {
  if (faults.mirroring) return faults.mirroring[language];
  const { peers, screen } = desk.lecture;
  const halls = [...peers.value.values()].filter(({ role }) => role === 'hall').length;
  const { blank, frozen } = screen.value;
  if (halls === 0) return say('청중 창이 없다. S로 연다.', 'No audience window: S opens one.');
  if (blank) return say('청중은 빈 화면을 본다.', 'The audience sees nothing.');
  if (frozen === live) return say('청중 화면을 멈추어 두었다.', 'The audience’s picture stands still.');
  if (frozen)
    return say(
      '청중은 멈춘 화면을 본다. 여기서 준비해도 보이지 않는다.',
      'The audience’s picture stands still; what you prepare is not seen.',
    );
  return say('청중이 이 화면을 본다.', 'The audience sees this.');
}

export function tools(desk: Desk, live: DeckState, faults: Faults, language: Language, say: Say): TemplateResult {
  const { screen, ink } = desk.lecture;
  const { blank, frozen, link } = screen.value;
  const hand = desk.hand.value;
  const drawn = (ink.value[live.slide]?.length ?? 0) > 0;
  return html`<p class="standing" role="status">${standing(desk, live, faults, language, say)}</p>
    <div class="buttons" role="group" aria-label=${say('청중 화면', 'The audience’s screen')}>
      ${tool(say('빈 화면', 'Blank'), 'B', blank, () => desk.toggleBlank())}
      ${tool(say('멈추어 두기', 'Freeze'), 'Z', frozen !== null, () => desk.toggleFreeze())}
      ${tool(say('QR code', 'QR code'), 'Q', link !== null, () => void desk.toggleLink())}
      ${tool(say('청중 창', 'Audience window'), 'S', undefined, () => void desk.openOther())}
    </div>
    <div class="buttons" role="group" aria-label=${say('손', 'By hand')}>
      ${tool(say('레이저', 'Laser'), 'I', hand === 'laser', () => desk.toggleHand('laser'))}
      ${tool(say('펜', 'Pen'), 'W', hand === 'pen', () => desk.toggleHand('pen'))}
      <button type="button" ?disabled=${!drawn} @click=${() => desk.erase(false)}><span class="label">${say('한 획 지우기', 'Undo a stroke')}</span><kbd>X</kbd></button>
      ${tool(say('링크 복사', 'Copy the link'), 'C', undefined, () => void desk.copyLink())}
    </div>`;
}

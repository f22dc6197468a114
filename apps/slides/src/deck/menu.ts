// The small menu: language, theme, backend, reset, and the keys that do the same.

import { effect } from '@preact/signals-core';
import { html, render, type TemplateResult } from 'lit';
import { languageNames, languages, saying } from '../language/language.ts';
import { otherView } from '../reading/other-view.ts';
import { backendNames, backendTitles, isAvailable } from '../store/engine.ts';
import type { Store } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type Dialog, makeDialog } from './dialog.ts';
import type { Presenter } from './presenter.ts';

export type Menu = Dialog;

interface Option {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly choose: () => void;
}

function group(name: string, key: string, options: readonly Option[]): TemplateResult {
  return html`<div role="group" aria-label=${name}><span class="name">${name} <kbd>${key}</kbd></span><span class="options">
    ${options.map(({ label, on, disabled = false, choose }) => html`<button type="button" aria-pressed=${on ? 'true' : 'false'} ?disabled=${disabled} @click=${choose}>${label}</button>`)}
  </span></div>`;
}

/** Language, theme and backend, each with the key that changes it. */
export function settings(store: Store): TemplateResult {
  const [language, theme, backend] = [store.language.value, store.theme.value, store.backend.value];
  const say = saying(language);
  return html`<div class="settings">
        ${group(
          say('언어', 'Language'),
          'L',
          languages.map((one) => ({
            label: languageNames[one],
            on: one === language,
            choose: () => store.useLanguage(one),
          })),
        )}
        ${group(say('화면', 'Theme'), 'D', [
          { label: say('밝게', 'Light'), on: theme === 'light', choose: () => theme === 'dark' && store.switchTheme() },
          {
            label: say('어둡게', 'Dark'),
            on: theme === 'dark',
            choose: () => theme === 'light' && store.switchTheme(),
          },
        ])}
        ${group(
          'Backend',
          'E',
          backendNames.map((one) => ({
            label: backendTitles[one],
            on: one === backend,
            disabled: !isAvailable(one),
            choose: () => store.useBackend(one),
          })),
        )}
      </div>`;
}

export function makeMenu(root: HTMLElement, presenter: Presenter, desk: Desk, openHelp: () => void): Menu {
  const { store, deck, route } = presenter;
  const dialog = makeDialog(root, 'menu');
  const close = (act: () => void) => (): void => {
    dialog.close();
    act();
  };
  const menu = (): TemplateResult => {
    const say = saying(store.language.value);
    const appendix = route.slides.findIndex(({ part }) => part === 'appendix');
    return html`<h2>${say('메뉴', 'Menu')}</h2>
      ${settings(store)}
      <ul>
        <li><button type="button" @click=${close(() => presenter.reset())}>${say('이 슬라이드를 처음으로', 'Reset this slide')} <kbd>R</kbd></button></li>
        <li><button type="button" @click=${close(() => presenter.resetAll())}>${say('모든 슬라이드를 처음으로', 'Reset all slides')} <kbd>Shift R</kbd></button></li>
        <li><button type="button" @click=${close(() => void desk.openOther())}>${desk.lecture.role === 'hall' ? say('발표자 화면', 'Presenter view') : say('청중 창', 'Audience window')} <kbd>S</kbd></button></li>
        <li><button type="button" @click=${close(() => void desk.copyLink())}>${say('이 상태의 링크 복사', 'Copy the link to this state')} <kbd>C</kbd></button></li>
        <li><button type="button" @click=${close(() => void desk.toggleLink())}>${say('링크의 QR code', 'QR code of the link')} <kbd>Q</kbd></button></li>
        <li><button type="button" @click=${close(() => deck.toggleOverview())}>${say('전체 보기', 'Overview')} <kbd>O</kbd></button></li>
        ${appendix < 0 ? '' : html`<li><button type="button" @click=${close(() => presenter.jump(appendix))}>${say('부록으로', 'To the appendix')}</button></li>`}
        <li>${otherView('reading', presenter.slide, () => store.state.value, say('한 줄로 읽기', 'As a column'))}</li>
        <li><button type="button" @click=${close(openHelp)}>${say('키 목록', 'All keys')} <kbd>H</kbd></button></li>
      </ul>`;
  };
  effect(() => {
    dialog.label(saying(store.language.value)('메뉴', 'Menu'));
    render(menu(), dialog.body);
  });
  return dialog;
}

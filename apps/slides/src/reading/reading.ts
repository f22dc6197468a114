// The deck as a column to be read and touched on a phone: every slide in order, its picture as live as on the stage.
// What is in view is drawn as its state changes; what isn't, rests.

import { effect, type Signal, signal, untracked } from '@preact/signals-core';
import { html, nothing, render } from 'lit';
import { LiveElement } from '../components/live-element.ts';
import { makeDialog } from '../deck/dialog.ts';
import { settings } from '../deck/menu.ts';
import { Notices, showNotices } from '../deck/notices.ts';
import { placeText, routeOf } from '../deck/route.ts';
import { runWhile } from '../deck/runner.ts';
import { sceneOf } from '../deck/scene.ts';
import { saying } from '../language/language.ts';
import { copied, copy } from '../link/copy.ts';
import { linkTo, type Opened, showing } from '../link/link.ts';
import { openLinks } from '../link/open-link.ts';
import { versionOffer } from '../offline/new-version.ts';
import { button, toggle } from '../slides/controls.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';
import { fit } from './fit.ts';
import { holdHandles } from './hold.ts';
import { otherView } from './other-view.ts';
import { type Reader, sectionContent } from './section.ts';

interface Part {
  readonly slide: Slide;
  readonly section: HTMLElement;
  readonly inView: Signal<boolean>;
  /** Settled when its pictures fit. */
  draw(): Promise<void>;
}

export function startReading(store: Store, slides: readonly Slide[]): void {
  const route = routeOf(slides);
  const root = document.querySelector<HTMLElement>('.reveal');
  if (!root) throw new Error('expected an element .reveal in the page');
  root.classList.add('reading');
  const bar = document.createElement('header');
  const main = document.createElement('main');
  root.replaceChildren(bar, main);
  const withNotes = signal(false);
  const begin = (id: string): void => {
    store.reset(id);
    document.getElementById(id)?.scrollIntoView();
  };
  const reader: Reader = { store, visit: begin };
  const notices = new Notices();
  const open = (opened: Opened): void => {
    store.state.value = showing(opened, store.state.value);
    document.getElementById(opened.slide)?.scrollIntoView();
  };
  const openFirst = openLinks(slides, { open, begin }, notices);
  // From now on the address follows the reader.
  const address = location.hash;
  effect(() => {
    LiveElement.engine = store.engine.value;
  });
  const parts = slides.map((slide, index): Part => {
    const section = main.appendChild(document.createElement('section'));
    section.id = slide.id;
    const draw = (): Promise<void> => {
      const { language } = store.state.value;
      section.setAttribute('aria-label', slide.title[language]);
      render(sectionContent(reader, slide, placeText(route, index), withNotes.value), section);
      section.dataset.drawn = '';
      // The padding on both sides; no phone is narrower.
      return fit(section, Math.max(288, main.clientWidth - 32));
    };
    return { slide, section, inView: signal(false), draw };
  });
  for (const part of parts) follow(store, part);
  holdHandles(main);
  makeBar(root, bar, store, withNotes, parts, notices);
  showNotices(root, notices, store);
  watch(store, main, parts, () => {
    for (const part of parts) void untracked(part.draw);
  });
  effect(() => {
    const { theme, language } = store.state.value;
    if (document.documentElement.dataset.theme !== theme) document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    document.title = slides[0]?.title[language] ?? document.title;
  });
  const named = parts.find(({ slide }) => address === `#/${slide.id}`);
  void openFirst().then(() => start(parts, named));
}

/** Draws a slide while it is in view, and lets it run there. */
function follow(store: Store, { slide, inView, draw }: Part): void {
  effect(() => {
    if (inView.value) void draw();
  });
  const { tick } = slide;
  if (!tick) return;
  const acts = { restart: () => undefined, visit: () => undefined };
  runWhile(
    () => inView.value && store.state.value.slides[slide.id]?.running === true,
    () => slide.interval,
    () => {
      if (!document.hidden) store.edit(tick(sceneOf(store, slide, acts)) ?? { running: false }, slide.id);
    },
  );
}

/** Notes which slides are in view, and which of them is the current one; draws all anew when the column's width changes. */
function watch(store: Store, main: HTMLElement, parts: readonly Part[], drawAll: () => void): void {
  const partOf = new Map<Element, Part>(parts.map((part) => [part.section, part]));
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const part = partOf.get(target);
        if (part) part.inView.value = isIntersecting;
      }
    },
    { rootMargin: '50% 0px' },
  );
  // The slide that a line across the upper third of the screen passes through.
  const reading = new IntersectionObserver(
    (entries) => {
      const part = entries.flatMap(({ target, isIntersecting }) => (isIntersecting && partOf.get(target)) || []).at(-1);
      if (!part) return;
      const { id, start } = part.slide;
      store.follow(id, (store.state.value.slides[id] ?? start).clock);
      history.replaceState(null, '', `#/${id}`);
    },
    { rootMargin: '-33% 0px -66% 0px' },
  );
  let width = main.clientWidth;
  new ResizeObserver(() => {
    if (main.clientWidth === width) return;
    width = main.clientWidth;
    drawAll();
  }).observe(main);
  for (const { section } of parts) {
    near.observe(section);
    reading.observe(section);
  }
}

/**
 * Draws one slide after the other, first the one that the address named: the whole text is soon there to be searched. The
 * named slide stays in view while those above it grow, until the reader moves.
 */
async function start(parts: readonly Part[], named: Part | undefined): Promise<void> {
  let moved = false;
  for (const type of ['touchstart', 'wheel', 'keydown', 'pointerdown'])
    window.addEventListener(
      type,
      () => {
        moved = true;
      },
      { once: true, capture: true, passive: true },
    );
  for (const part of named ? [named, ...parts] : parts) {
    if (part.section.dataset.drawn === undefined) await part.draw();
    if (!moved) named?.section.scrollIntoView();
    // The page answers in between.
    await new Promise((resolve) => window.setTimeout(resolve));
  }
  document.body.dataset.ready = '';
}

/** The bar at the top: where one is, and a menu with everything that is not of one slide. */
function makeBar(
  root: HTMLElement,
  bar: HTMLElement,
  store: Store,
  withNotes: Signal<boolean>,
  parts: readonly Part[],
  notices: Notices,
): void {
  /** Where the browser does not copy, the link is shown, until the menu is closed: then the state goes on. */
  const link = signal<string | undefined>(undefined);
  const dialog = makeDialog(root, 'menu', () => {
    link.value = undefined;
  });
  const copyLink = async (slide: Slide): Promise<void> => {
    const address = await linkTo(slide, store.state.value);
    if (await copy(address)) {
      dialog.close();
      notices.say(copied);
    } else link.value = address;
  };
  effect(() => {
    const { language, slide: current } = store.state.value;
    const say = saying(language);
    dialog.label(say('메뉴', 'Menu'));
    const slide = parts.find(({ slide: { id } }) => id === current)?.slide;
    if (!slide) return;
    render(
      html`<h1 class="unseen">${parts[0]?.slide.title[language]}</h1><p>${slide.title[language]}</p>${versionOffer(say)}
        <button type="button" aria-haspopup="dialog" @click=${() => dialog.toggle()}>${say('메뉴', 'Menu')}</button>`,
      bar,
    );
    const go = (id: string) => (): void => {
      dialog.close();
      document.getElementById(id)?.scrollIntoView();
    };
    render(
      html`<h2>${say('메뉴', 'Menu')}</h2>
        ${settings(store)}
        <p class="ways">${toggle(say('노트', 'Notes'), withNotes.value, (on) => {
          withNotes.value = on;
        })}
        ${button(say('이 상태의 링크 복사', 'Copy the link to this state'), () => void copyLink(slide))}
        ${otherView('slides', slide, () => store.state.value, say('슬라이드로 보기', 'As slides'))}
        ${button(say('닫기', 'Close'), () => dialog.close())}</p>
        ${link.value ? html`<p class="address">${link.value}</p>` : nothing}
        <ol>${parts.map(({ slide: { id, title, below } }) => html`<li class=${below ? 'below' : ''}><button type="button" aria-current=${id === current ? 'true' : 'false'} @click=${go(id)}>${title[language]}</button></li>`)}</ol>`,
      dialog.body,
    );
  });
}

// The gallery: every picture as it stands in any page, with its attributes, its events and the HTML that shows it.

import { html, nothing, render, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../theme/gallery.css';
import type { PictureDoc } from '../components/doc.ts';
import { type Language, languageNames, languages, saying } from '../language/language.ts';
import { docs, LiveElement } from '../pictures.ts';
import { backendNames, backendTitles, engines, isAvailable, preferred } from '../store/engine.ts';

interface View {
  readonly language: Language;
  readonly backend: (typeof backendNames)[number];
  readonly dark: boolean;
}

function attributes({ attributes: rows }: PictureDoc, { language }: View): TemplateResult {
  const say = saying(language);
  return html`<table>
    <thead><tr><th scope="col">${say('속성', 'Attribute')}</th><th scope="col">${say('형', 'Type')}</th><th scope="col">${say('기본값', 'Default')}</th><th scope="col">${say('뜻', 'Meaning')}</th></tr></thead>
    <tbody>${rows.map(({ name, type, default: value, about }) => html`<tr><th scope="row"><code>${name}</code></th><td><code>${type}</code></td><td><code>${value}</code></td><td>${about[language]}</td></tr>`)}</tbody>
  </table>`;
}

function events({ events: rows }: PictureDoc, { language }: View): TemplateResult | typeof nothing {
  const say = saying(language);
  if (rows.length === 0) return nothing;
  return html`<table>
    <thead><tr><th scope="col">${say('이벤트', 'Event')}</th><th scope="col"><code>detail</code></th><th scope="col">${say('뜻', 'Meaning')}</th></tr></thead>
    <tbody>${rows.map(({ name, detail, about }) => html`<tr><th scope="row"><code>${name}</code></th><td><code>${detail}</code></td><td>${about[language]}</td></tr>`)}</tbody>
  </table>`;
}

function entry(doc: PictureDoc, view: View): TemplateResult {
  return html`<section id=${doc.tag}>
    <h2><code>&lt;${doc.tag}&gt;</code></h2>
    <p>${doc.about[view.language]}</p>
    <div class="reveal still">${unsafeHTML(doc.example)}</div>
    <pre tabindex="0"><code>${doc.example}</code></pre>
    ${attributes(doc, view)}${events(doc, view)}
  </section>`;
}

function page(view: View, change: (changes: Partial<View>) => void): TemplateResult {
  const say = saying(view.language);
  const choose = (label: string, on: boolean, changes: Partial<View>, disabled = false): TemplateResult =>
    html`<button type="button" aria-pressed=${on ? 'true' : 'false'} ?disabled=${disabled} @click=${() => change(changes)}>${label}</button>`;
  return html`<header>
      <h1>${say('살아 있는 그림들', 'The live pictures')}</h1>
      <p>${say(
        'reveal.js로 만든 어느 슬라이드에나 넣을 수 있다. pictures.js와 pictures.css를 불러오고 아래의 HTML을 쓴다.',
        'Each works in any reveal.js deck: load pictures.js and pictures.css, and write the HTML below.',
      )}</p>
      <nav>
        ${languages.map((language) => choose(languageNames[language], language === view.language, { language }))}
        ${choose(say('어둡게', 'Dark'), view.dark, { dark: !view.dark })}
        ${backendNames.map((backend) => choose(backendTitles[backend], backend === view.backend, { backend }, !isAvailable(backend)))}
      </nav>
    </header>
    ${docs.map((doc) => entry(doc, view))}`;
}

function start(root: HTMLElement): void {
  let view: View = { language: 'ko', backend: preferred, dark: false };
  const change = (changes: Partial<View>): void => {
    view = { ...view, ...changes };
    document.documentElement.lang = view.language;
    document.documentElement.dataset.theme = view.dark ? 'dark' : 'light';
    document.title = saying(view.language)('살아 있는 그림들', 'The live pictures');
    LiveElement.engine = engines[view.backend];
    render(page(view, change), root);
    for (const picture of root.querySelectorAll<LiveElement>('.still > *')) picture.requestUpdate();
  };
  change({});
}

const root = document.querySelector<HTMLElement>('main');
if (root) start(root);

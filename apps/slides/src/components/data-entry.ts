// A button that opens a dialog to paste training data in as CSV. Right data are sent as `data` { x, y }, all at once; of a
// text that is not right each bad row gets its sentence, and nothing changes. What was typed is kept until it is taken.

import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { mostPoints, readCsv, writeCsv } from '../lesson/csv.ts';
import { lecturePoints, type Points } from '../lesson/points.ts';
import { standardOn } from '../lesson/standard.ts';
import { uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

/** More sentences than this are counted, not said. */
const mostFaults = 4;

export class DataEntry extends LiveElement {
  static override properties: PropertyDeclarations = {
    points: { type: Object },
    draft: { state: true },
    tried: { state: true },
    standardised: { state: true },
    opened: { state: true },
  };

  /** The data as they are: what the dialog begins with. */
  declare points: Points;
  /** What is being typed; nothing before the first change. */
  declare draft: string | undefined;
  /** Whether the text was to be taken: only then is it said what is wrong with it. */
  declare tried: boolean;
  /** Whether both columns get mean 0 and standard deviation 1. */
  declare standardised: boolean;
  /** A closed dialog is empty: nothing in it is found by a search in the page. */
  declare opened: boolean;

  private readonly ids: { readonly title: string; readonly hint: string; readonly faults: string } = {
    title: uniqueId('data-title'),
    hint: uniqueId('data-hint'),
    faults: uniqueId('data-faults'),
  };

  constructor() {
    super();
    this.points = lecturePoints;
    this.tried = false;
    this.standardised = false;
    this.opened = false;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  private get text(): string {
    return this.draft ?? writeCsv(this.points);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onClicker, { capture: true });
  }

  override render(): TemplateResult {
    const { say, ids } = this;
    return html`<button type="button" aria-haspopup="dialog" @click=${this.open}><span class="label">${say('데이터 입력', 'Your data')}</span></button>
      <dialog class="data-entry" aria-labelledby=${ids.title} @close=${this.onClose} @click=${this.onBeside}>
        ${this.opened ? this.form() : nothing}
      </dialog>`;
  }

  private form(): TemplateResult {
    const { say, ids } = this;
    return html`<div>
          <h2 id=${ids.title}>${say('나의 training data', 'Your own training data')}</h2>
          <p class="hint" id=${ids.hint}>${say(
            `한 행에 한 점 x, y. 쉼표, 세미콜론, 탭으로 나눈다. 첫 행은 이름이어도 된다. 점은 2–${mostPoints}개.`,
            `One point x, y a row, separated by comma, semicolon or tab. The first row may name the columns. 2 to ${mostPoints} points.`,
          )}</p>
          <textarea rows="6" autocomplete="off" autocapitalize="off" spellcheck="false" aria-labelledby=${ids.title}
            aria-describedby="${ids.hint} ${ids.faults}" .value=${this.text} aria-invalid=${this.faults().length ? 'true' : 'false'}
            @input=${this.onInput}></textarea>
          <div class="faults" id=${ids.faults} role="status">${this.said()}</div>
          <label class="standard"><input type="checkbox" .checked=${this.standardised} @change=${this.onStandard} />
            ${say('x와 y를 표준화한다 (평균 0, 표준편차 1)', 'Standardise x and y (mean 0, standard deviation 1)')}</label>
          <div class="choices">
            <button type="button" class="take" @click=${this.take}>${say('이 데이터로', 'Use these data')}</button>
            <button type="button" @click=${() => this.dialog?.close()}>${say('닫기', 'Close')} <kbd>Esc</kbd></button>
          </div>
        </div>`;
  }

  private faults(): readonly string[] {
    if (!this.tried) return [];
    const read = readCsv(this.text);
    return 'faults' in read ? read.faults.map(({ ko, en }) => this.say(ko, en)) : [];
  }

  private said(): TemplateResult | typeof nothing {
    const faults = this.faults();
    if (faults.length === 0) return nothing;
    const rest = faults.length - mostFaults;
    return html`<ul>${faults.slice(0, mostFaults).map((fault) => html`<li>${fault}</li>`)}
      ${rest > 0 ? html`<li>${this.say(`그 밖에 ${rest}곳 더`, `and ${rest} more`)}</li>` : nothing}</ul>`;
  }

  private async open(): Promise<void> {
    this.opened = true;
    await this.updateComplete;
    this.dialog?.showModal();
    this.querySelector('textarea')?.select();
    window.addEventListener('keydown', this.onClicker, { capture: true });
  }

  private onClose(): void {
    this.opened = false;
    window.removeEventListener('keydown', this.onClicker, { capture: true });
  }

  /** The clicker goes on with the lecture; the text stays for the next time. */
  private readonly onClicker = ({ code }: KeyboardEvent): void => {
    if (code === 'PageDown' || code === 'PageUp') this.dialog?.close();
  };

  private onBeside({ target }: MouseEvent): void {
    if (target === this.dialog) this.dialog?.close();
  }

  private onInput({ target }: InputEvent): void {
    if (target instanceof HTMLTextAreaElement) this.draft = target.value;
  }

  private onStandard({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.standardised = target.checked;
  }

  private take(): void {
    const read = readCsv(this.text);
    this.tried = 'faults' in read;
    if ('faults' in read) {
      this.querySelector('textarea')?.focus();
      return;
    }
    this.draft = undefined;
    this.dialog?.close();
    // The keys belong to the deck again.
    this.querySelector('button')?.blur();
    this.send('data', this.standardised ? standardOn(this.computing)(read.points) : read.points);
  }
}

export const doc: PictureDoc = {
  tag: 'data-entry',
  about: {
    ko: 'Training data를 CSV로 붙여 넣는 버튼과 창. 잘못된 행마다 한 문장으로 알려 주고, 모두 맞을 때만 보낸다.',
    en: 'A button and a dialog to paste training data as CSV. Says what is wrong row by row, and sends only what is right as a whole.',
  },
  attributes: [
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: { ko: '처음에 보이는 데이터.', en: 'The data it begins with.' },
    },
  ],
  events: [{ name: 'data', detail: '{ x: number[], y: number[] }', about: { ko: '새 데이터.', en: 'The new data.' } }],
  example: `<data-entry points='{"x":[1,2,3],"y":[2,3,5]}'></data-entry>`,
};

customElements.define('data-entry', DataEntry);

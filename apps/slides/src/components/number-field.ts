// A number that can be typed, and nudged with the arrow keys. Sends `value` whenever the text is a number in range;
// anything else is marked and, on leaving the field, forgotten.

import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { format, parse } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

export class NumberField extends LiveElement {
  static override properties: PropertyDeclarations = {
    label: { type: String },
    value: { type: Number },
    step: { type: Number },
    least: { type: Number },
    greatest: { type: Number },
    draft: { state: true },
  };

  declare label: string;
  declare value: number;
  declare step: number;
  declare least: number;
  declare greatest: number;
  /** What is being typed; nothing while the field is at rest. */
  declare draft: string | undefined;

  constructor() {
    super();
    this.label = '';
    this.value = 0;
    this.step = 0.1;
    this.least = -1e6;
    this.greatest = 1e6;
  }

  override render(): TemplateResult {
    const text = this.draft ?? format(this.value);
    const valid = this.draft === undefined || this.read(this.draft) !== undefined;
    return html`<label><span class="name">${this.label}</span><input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      style=${text.length > 6 ? `width: ${12 + 9.6 * text.length}px` : ''} .value=${live(text)} aria-invalid=${valid ? 'false' : 'true'} @input=${this.onInput} @keydown=${this.onKey} @blur=${this.onLeave} /></label>`;
  }

  private read(text: string): number | undefined {
    const value = parse(text);
    return value !== undefined && value >= this.least && value <= this.greatest ? value : undefined;
  }

  private onInput({ target }: InputEvent): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.draft = target.value;
    const value = this.read(target.value);
    if (value !== undefined) this.send('value', value);
  }

  private onKey(event: KeyboardEvent): void {
    const { target, code } = event;
    if (!(target instanceof HTMLInputElement)) return;
    if (code === 'Enter' || code === 'NumpadEnter' || code === 'Escape') target.blur();
    const direction = code === 'ArrowUp' ? 1 : code === 'ArrowDown' ? -1 : 0;
    if (!direction) return;
    event.preventDefault();
    this.draft = undefined;
    const nudged = Number((this.value + direction * this.step).toPrecision(12));
    const value = Math.min(this.greatest, Math.max(this.least, nudged));
    // A field in use lays out the page when its text is set: sooner than the picture changes, that is next to nothing.
    target.value = format(value);
    this.send('value', value);
  }

  private onLeave(): void {
    this.draft = undefined;
  }
}

export const doc: PictureDoc = {
  tag: 'number-field',
  about: {
    ko: '수를 적거나 ↑, ↓로 조금씩 바꾼다. 수가 아닌 것은 표시만 하고 잊는다.',
    en: 'A number to type, or to nudge with ↑ and ↓. What is no number is marked and forgotten.',
  },
  attributes: [
    { name: 'label', type: 'string', default: '', about: { ko: '앞에 서는 이름.', en: 'The name before it.' } },
    { name: 'value', type: 'number', default: '0', about: { ko: '값.', en: 'The value.' } },
    { name: 'step', type: 'number', default: '0.1', about: { ko: '↑, ↓ 한 번의 크기.', en: 'What ↑ and ↓ add.' } },
    { name: 'least', type: 'number', default: '-1e6', about: { ko: '가장 작은 값.', en: 'The least value.' } },
    { name: 'greatest', type: 'number', default: '1e6', about: { ko: '가장 큰 값.', en: 'The greatest value.' } },
  ],
  events: [{ name: 'value', detail: 'number', about: { ko: '새 값.', en: 'The new value.' } }],
  example: `<number-field label="a" value="2" step="0.1"></number-field>`,
};

customElements.define('number-field', NumberField);

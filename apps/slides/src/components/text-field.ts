// A line of text that is taken when it is right, on Enter or on leaving the field: sends `value`. Of a text that is not
// right it shows why, in a sentence above the field, and nothing changes; Escape gives the last right text back.

import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

export class TextField extends LiveElement {
  static override properties: PropertyDeclarations = {
    label: { type: String },
    value: { type: String },
    check: { attribute: false },
    width: { type: Number },
    draft: { state: true },
  };

  declare label: string;
  declare value: string;
  /** Gives a sentence for a text that is not right. */
  declare check: (text: string) => string | undefined;
  /** Of the field, in stage pixels. */
  declare width: number;
  /** What is being typed; nothing while the field is at rest. */
  declare draft: string | undefined;

  private readonly faultId: string = uniqueId('fault');

  constructor() {
    super();
    this.label = '';
    this.value = '';
    this.check = () => undefined;
    this.width = 220;
  }

  override render(): TemplateResult {
    const text = this.draft ?? this.value;
    const fault = this.draft === undefined ? undefined : this.check(this.draft);
    return html`<label><span class="name">${this.label}</span><input type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
      style="width: ${this.width}px" .value=${text} aria-invalid=${fault ? 'true' : 'false'} aria-describedby=${this.faultId}
      @input=${this.onInput} @keydown=${this.onKey} @blur=${this.take} /></label>
      <span class="fault" id=${this.faultId} role="status">${fault ?? nothing}</span>`;
  }

  private onInput({ target }: InputEvent): void {
    if (target instanceof HTMLInputElement) this.draft = target.value;
  }

  private onKey({ code, isComposing, target }: KeyboardEvent): void {
    if (isComposing || !(target instanceof HTMLInputElement)) return;
    if (code === 'Escape') {
      this.draft = undefined;
      target.blur();
    } else if ((code === 'Enter' || code === 'NumpadEnter') && this.take()) target.blur();
  }

  /** Takes the text if it is right; a wrong one stays in the field, with its sentence, until it is mended or given up. */
  private take(): boolean {
    const { draft } = this;
    if (draft === undefined) return true;
    if (this.check(draft) !== undefined) return false;
    this.draft = undefined;
    if (draft !== this.value) this.send('value', draft);
    return true;
  }
}

export const doc: PictureDoc = {
  tag: 'text-field',
  about: {
    ko: '맞을 때만 받아들이는 한 줄의 글. 틀리면 까닭을 한 문장으로 보인다.',
    en: 'A line of text that is taken once it is right; of one that is not it says why.',
  },
  attributes: [
    { name: 'label', type: 'string', default: '', about: { ko: '앞에 서는 이름.', en: 'The name before it.' } },
    { name: 'value', type: 'string', default: '', about: { ko: '받아들인 글.', en: 'The text as it was taken.' } },
    { name: 'width', type: 'number', default: '220', about: { ko: '칸의 너비(px).', en: 'Width of the field in px.' } },
    {
      name: 'check',
      type: 'property: (text) => string | undefined',
      default: '—',
      about: { ko: '틀린 글에 대한 문장을 주는 함수.', en: 'Gives a sentence for a text that is not right.' },
    },
  ],
  events: [{ name: 'value', detail: 'string', about: { ko: '새 글.', en: 'The new text.' } }],
  example: `<text-field label="f" value="x^2 + x*y"></text-field>`,
};

customElements.define('text-field', TextField);

// A number that can be typed, and nudged with the arrow keys. Sends `value` whenever the text is a number in range;
// anything else is marked and, on leaving the field, forgotten.

import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { format, parse } from '../numbers/format.ts';
import { LiveElement } from './live-element.ts';

export class NumberField extends LiveElement {
  static override properties: PropertyDeclarations = {
    label: { type: String },
    value: { attribute: false },
    step: { attribute: false },
    least: { attribute: false },
    greatest: { attribute: false },
    draft: { state: true },
  };

  declare label: string;
  declare value: number;
  declare step: number;
  declare least: number;
  declare greatest: number;
  /** What is being typed; nothing while the field is at rest. */
  declare draft: string | undefined;

  override render(): TemplateResult {
    const text = this.draft ?? format(this.value);
    const valid = this.draft === undefined || this.read(this.draft) !== undefined;
    return html`<label><span class="name">${this.label}</span><input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      .value=${text} aria-invalid=${valid ? 'false' : 'true'} @input=${this.onInput} @keydown=${this.onKey} @blur=${this.onLeave} /></label>`;
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
    this.send('value', Math.min(this.greatest, Math.max(this.least, nudged)));
  }

  private onLeave(): void {
    this.draft = undefined;
  }
}

customElements.define('number-field', NumberField);

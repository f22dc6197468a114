// Controls for the strip: what a slide's `controls` is made of. Each has a label and gives the keys back to the deck
// when it is let go.

import { html, nothing, type TemplateResult } from 'lit';
import '../components/number-field.ts';
import '../components/text-field.ts';

/** A button; `key` is the key that does the same, as printed on the keyboard. */
export function button(label: string, press: () => void, { key = '', disabled = false } = {}): TemplateResult {
  return html`<button type="button" ?disabled=${disabled} @click=${press}><span class="label">${label}</span>${key ? html`<kbd>${key}</kbd>` : nothing}</button>`;
}

/** A button that is on or off. */
export function toggle(label: string, on: boolean, press: (on: boolean) => void): TemplateResult {
  return html`<button type="button" class="toggle" aria-pressed=${on ? 'true' : 'false'} @click=${() => press(!on)}><span class="label">${label}</span></button>`;
}

export interface NumberOptions {
  readonly step?: number;
  readonly least?: number;
  readonly greatest?: number;
  /** The whole label for screen readers, where the visible one is a mere letter. */
  readonly title?: string;
}

/** A number to type, or to nudge with ↑ and ↓. */
export function numberField(
  label: string,
  value: number,
  change: (value: number) => void,
  { step = 0.1, least = -1e6, greatest = 1e6, title = '' }: NumberOptions = {},
): TemplateResult {
  return html`<number-field label=${label} .title=${title} .value=${value} .step=${step} .least=${least} .greatest=${greatest}
    @value=${({ detail }: CustomEvent<number>) => change(detail)}></number-field>`;
}

export interface SliderOptions {
  readonly least: number;
  readonly greatest: number;
  readonly step: number;
}

/** A slider. */
export function slider(
  title: string,
  value: number,
  change: (value: number) => void,
  { least, greatest, step }: SliderOptions,
): TemplateResult {
  return html`<input class="slider" type="range" aria-label=${title} min=${least} max=${greatest} step=${step} .value=${String(value)} data-prevent-swipe
    @input=${({ target }: InputEvent) => target instanceof HTMLInputElement && change(target.valueAsNumber)}
    @pointerup=${({ target }: PointerEvent) => target instanceof HTMLElement && target.blur()} />`;
}

/** One of a few: a list to choose from. */
export function choice<V extends string>(
  title: string,
  options: readonly (readonly [value: V, label: string])[],
  value: V,
  change: (value: V) => void,
): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = options[target.selectedIndex];
    if (chosen) change(chosen[0]);
    target.blur();
  };
  return html`<select class="choice" aria-label=${title} @change=${onChange}>
    ${options.map(([name, label]) => html`<option value=${name} ?selected=${name === value} .selected=${name === value}>${label}</option>`)}
  </select>`;
}

/**
 * A line of text that counts once it is right: `check` gives a sentence for a text that isn't, which is shown while
 * nothing changes; Enter, or leaving the field, takes a right one.
 */
export function textField(
  label: string,
  value: string,
  check: (text: string) => string | undefined,
  change: (text: string) => void,
  { width = 220 } = {},
): TemplateResult {
  return html`<text-field label=${label} .value=${value} .check=${check} .width=${width}
    @value=${({ detail }: CustomEvent<string>) => change(detail)}></text-field>`;
}

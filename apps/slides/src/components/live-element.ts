// The base of the deck's components: a custom element that draws in the page's own tree (reveal and the theme reach it)
// as a function of its properties.

import { LitElement } from 'lit';

export abstract class LiveElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Tells the slide what the presenter did. */
  protected send(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

// The base of the deck's pictures: custom elements that draw in the page's own tree (reveal and the theme reach it) as
// a function of their attributes. Each works in any page: `LiveElement.engine` is what they compute with unless told.

import { LitElement, type PropertyDeclarations } from 'lit';
import { type Say, saying } from '../language/language.ts';
import type { Engine } from '../store/engine.ts';

export abstract class LiveElement extends LitElement {
  static override properties: PropertyDeclarations = {
    lang: { type: String, reflect: true },
    engine: { attribute: false },
  };

  /** The engine of pictures that are given none. */
  static engine: Engine | undefined;

  declare engine: Engine | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Words in the element's own language, else the page's. */
  protected get say(): Say {
    return saying((this.lang || document.documentElement.lang) === 'en' ? 'en' : 'ko');
  }

  /** The engine that the picture's numbers come from. */
  protected get computing(): Engine {
    const engine = this.engine ?? LiveElement.engine;
    if (!engine)
      throw new Error(`<${this.localName}> has no engine; set LiveElement.engine or its own property engine`);
    return engine;
  }

  /** Tells the slide what the presenter did. */
  protected send(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

// A formula's markup within a template, like lit's `unsafeHTML`, for markup that is often the same but for its numbers: then
// only the texts that differ are set, and the tree around them, with its style and its layout, stays. What is read aloud, a
// second tree as large as the one that is seen, follows when the numbers come to rest.

import { noChange } from 'lit';
import { type ChildPart, Directive, directive, type PartInfo, PartType } from 'lit/directive.js';

/** Tags and texts in turn: a text, empty perhaps, stands at each even index. */
const split = (markup: string): string[] => markup.split(/(<[^>]*>)/);

function textsIn(tree: DocumentFragment): Text[] {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

/** A drag changes numbers at every frame. */
const rest = 120;
const spoken = new Map<Text, string>();
let timer: ReturnType<typeof setTimeout> | undefined;

function speakLater(text: Text, data: string): void {
  spoken.set(text, data);
  clearTimeout(timer);
  timer = setTimeout(() => {
    for (const [late, words] of spoken) late.data = words;
    spoken.clear();
  }, rest);
}

class Markup extends Directive {
  private shown: string | undefined;
  private pieces: readonly string[] = [];
  private texts: readonly Text[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.CHILD) throw new TypeError('expected markup between tags, found it in an attribute');
  }

  render(_markup: string): unknown {
    return noChange;
  }

  override update(_part: ChildPart, [markup]: [string]): unknown {
    if (markup === this.shown) return noChange;
    this.shown = markup;
    const before = this.pieces;
    this.pieces = split(markup);
    if (this.rewrite(before)) return noChange;
    const template = document.createElement('template');
    template.innerHTML = markup;
    this.texts = textsIn(template.content);
    return template.content;
  }

  /** Sets the texts that differ; does nothing where more than texts do. */
  private rewrite(before: readonly string[]): boolean {
    const { pieces, texts } = this;
    const changes: [Text, string][] = [];
    let text = 0;
    if (pieces.length !== before.length) return false;
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i] ?? '';
      const isText = i % 2 === 0 && before[i] !== '';
      if (piece !== before[i]) {
        const node = texts[text];
        // A character reference would have to be read, an empty text has no node.
        if (!isText || !node || piece === '' || piece.includes('&')) return false;
        changes.push([node, piece]);
      }
      if (isText) text += 1;
    }
    if (text !== texts.length) return false;
    for (const [node, data] of changes) {
      if (node.parentElement?.closest('.katex-mathml')) speakLater(node, data);
      else node.data = data;
    }
    return true;
  }
}

/** Markup that is known to be safe, between tags of a template. */
export const markup = directive(Markup);

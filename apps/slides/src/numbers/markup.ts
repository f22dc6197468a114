// A formula's markup within a template, like lit's `unsafeHTML`, for formulas that often differ in their numbers alone:
// then only what differs is set, and the tree around it, with its style and its layout, stays. KaTeX makes two trees:
// what is read aloud, as large as the one that is seen, follows when the numbers come to rest.

import { noChange } from 'lit';
import { type ChildPart, Directive, directive, type PartInfo, PartType } from 'lit/directive.js';
import morphdom from 'morphdom';

const opening = '<span class="katex">';
const seam = '<span class="katex-html"';
const closing = '</span>';

/** The markup of the two trees. */
function halves(markup: string): { readonly read: string; readonly seen: string } {
  const at = markup.indexOf(seam);
  if (at < 0 || !markup.startsWith(opening))
    throw new TypeError(`expected a formula that KaTeX has set, got ${markup}`);
  return { read: markup.slice(opening.length, at), seen: markup.slice(at, -closing.length) };
}

function parse(markup: string): Element {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const found = template.content.firstElementChild;
  if (!found) throw new TypeError(`expected an element, got ${markup}`);
  return found;
}

/** Tags and texts in turn: a text, empty perhaps, stands at each even index. */
const split = (markup: string): string[] => markup.split(/(<[^>]*>)/);

function textsIn(tree: Element): Text[] {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

class Tree {
  private readonly element: Element;
  private pieces: readonly string[];
  private texts: readonly Text[];

  constructor(element: Element, markup: string) {
    this.element = element;
    this.pieces = split(markup);
    this.texts = textsIn(element);
  }

  show(markup: string): void {
    const before = this.pieces;
    this.pieces = split(markup);
    if (this.rewrite(before)) return;
    // A fraction that becomes decimals leaves the rest of its formula as it is laid out.
    morphdom(this.element, parse(markup));
    this.texts = textsIn(this.element);
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
    for (const [node, data] of changes) node.data = data;
    return true;
  }
}

/** A drag changes numbers at every frame. */
const rest = 120;
const late = new Map<Tree, string>();
let timer: ReturnType<typeof setTimeout> | undefined;

function showLater(tree: Tree, markup: string): void {
  late.set(tree, markup);
  clearTimeout(timer);
  timer = setTimeout(() => {
    for (const [waiting, words] of late) waiting.show(words);
    late.clear();
  }, rest);
}

class Markup extends Directive {
  private shown: string | undefined;
  private trees: { readonly read: Tree; readonly seen: Tree } | undefined;

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
    const { read, seen } = halves(markup);
    if (this.trees) {
      this.trees.seen.show(seen);
      showLater(this.trees.read, read);
      return noChange;
    }
    const formula = parse(markup);
    const [spoken, drawn] = formula.children;
    if (!spoken || !drawn) throw new TypeError(`expected two trees, got ${markup}`);
    this.trees = { read: new Tree(spoken, read), seen: new Tree(drawn, seen) };
    return formula;
  }
}

/** The markup of a formula that KaTeX has set, between tags of a template. */
export const markup = directive(Markup);

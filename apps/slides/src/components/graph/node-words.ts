// What is written at a node of a computation graph, over the drawing: its name and value, its operation, its note.

import { html, type TemplateResult } from 'lit';
import type { GraphNode } from '../../lesson/ledger.ts';
import { tex } from '../../numbers/formula.ts';
import type { Shape } from './curve.ts';
import { nameSpot, noteSpot, type Setting, type WordSpot } from './spots.ts';
import { word } from './word.ts';

const at = ({ x, y, anchor }: WordSpot, content: unknown, name: string): TemplateResult =>
  word(x, y, content, name, anchor);

/** Name and value outside of a node, its operation inside; `value` is undefined where it is not known yet. */
export function nodeWords(node: GraphNode, shape: Shape, value: string | undefined, setting: Setting): TemplateResult {
  const { label, operation } = node;
  // Values change at every drag, names never: only names are set by KaTeX, in whose font the values stand too.
  const number = html`<span class="math-number">${value ?? '?'}</span>`;
  const lines = setting.upright && setting.sparse && operation !== '';
  const equation = lines
    ? html`<span class="lines"><span>${tex(label)}</span><span>${tex('=')}${number}</span></span>`
    : html`${tex(`${label} =`)}${number}`;
  const middle: WordSpot = { x: shape.x, y: shape.y, anchor: 'middle' };
  if (!operation) return at(middle, equation, '');
  const name = value === undefined ? 'unknown' : '';
  return html`${at(nameSpot(node, shape, setting), equation, name)}${at(middle, tex(operation), name)}`;
}

/** A line of text under a node; `gradient` is what its upstream gradient says. */
export function nodeNote(
  node: GraphNode,
  shape: Shape,
  note: string,
  gradient: string,
  setting: Setting,
): TemplateResult {
  return at(noteSpot(node, shape, gradient, setting), note, 'note');
}

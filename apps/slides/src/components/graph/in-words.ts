// A graph as text: the sums at a fan-out, and what a screen reader says of the whole.

import type { Say } from '../../language/language.ts';
import type { Graph } from '../../lesson/ledger.ts';
import { format } from '../../numbers/format.ts';
import type { Known } from './known.ts';

/** `1 + ? `, then `1 + 1 = 2`: the terms that have arrived, and their sum once it is there. */
export function sumText(terms: readonly (number | undefined)[], sum: number | undefined): string {
  const written = terms.map((term, i) => {
    if (term === undefined) return '?';
    return i > 0 && term < 0 ? `(${format(term)})` : format(term);
  });
  if (sum === undefined) return written.join(' + ');
  return terms.length > 1 ? `${written.join(' + ')} = ${format(sum)}` : format(sum);
}

/** The state of both passes in a sentence or two. */
export function graphInWords({ nodes, edges }: Graph, seen: Known, say: Say): string {
  const values = nodes.map(({ name, value }) => `${name} = ${seen.value(name) ? format(value) : '?'}`).join(', ');
  const gradients = nodes
    .filter(({ name }) => seen.gradient(name).whole)
    .map(({ name, gradient }) => `${name}: ${format(gradient)}`)
    .join(', ');
  const rows = edges.filter((_, i) => seen.downstream(i)).length;
  const forward = say(`계산 그래프. 값: ${values}.`, `Computation graph. Values: ${values}.`);
  if (!gradients) return forward;
  return `${forward} ${say(`Backward pass ${rows} / ${edges.length}. Gradient: ${gradients}.`, `Backward pass ${rows} of ${edges.length}. Gradients: ${gradients}.`)}`;
}

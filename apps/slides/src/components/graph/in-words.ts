// A graph as text: the sums at a fan-out, and what a screen reader says of the whole.

import type { Say } from '../../language/language.ts';
import type { Graph } from '../../lesson/ledger.ts';
import { format, subscript } from '../../numbers/format.ts';
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

/** A node's label without TeX: `r₁²`, `ŷ₂`, `ax₃`. */
export function plainLabel(label: string): string {
  return label
    .replace(/\\hat y/g, 'ŷ')
    .replace(/_(\d)/g, (_, digit: string) => subscript(Number(digit)))
    .replace(/\^2/g, '²')
    .replace(/a x/g, 'ax');
}

/** The state of both passes in a few sentences; `notes` are what stands below the nodes, `write` writes the numbers. */
export function graphInWords(
  { nodes, edges }: Graph,
  seen: Known,
  say: Say,
  notes: Readonly<Record<string, string>> = {},
  write: (value: number) => string = format,
): string {
  const labels = new Map(nodes.map(({ name, label }) => [name, plainLabel(label)]));
  const called = (name: string): string => labels.get(name) ?? name;
  const known = nodes.filter(({ name }) => seen.value(name));
  const waiting = nodes.filter(({ name }) => !seen.value(name));
  const list = (items: readonly string[]): string => items.join(', ');
  const values = list(known.map(({ name, value }) => `${called(name)} = ${write(value)}`));
  const gradients = nodes.filter(({ name }) => seen.gradient(name).whole);
  const rows = edges.filter((_, i) => seen.downstream(i)).length;
  const last = edges[rows - 1];
  const said = [say(`계산 그래프. 값: ${values}.`, `Computation graph. Values: ${values}.`)];
  if (waiting.length) {
    const names = list(waiting.map(({ name }) => called(name)));
    said.push(say(`아직 계산하지 않은 값: ${names}.`, `Not computed yet: ${names}.`));
  }
  if (gradients.length) {
    said.push(say(`Backward pass ${edges.length}행 중 ${rows}행.`, `Backward pass: ${rows} of ${edges.length} rows.`));
    if (last) {
      const product = `upstream ${write(last.upstream)} × local ${write(last.local)} = downstream ${write(last.downstream)}`;
      const way = say(
        `${called(last.to)}에서 ${called(last.from)}로`,
        `from ${called(last.to)} to ${called(last.from)}`,
      );
      said.push(say(`마지막 행, ${way}: ${product}.`, `The last row, ${way}: ${product}.`));
    }
    const all = list(gradients.map(({ name, gradient }) => `${called(name)} ${write(gradient)}`));
    said.push(say(`구한 gradient: ${all}.`, `Gradients found: ${all}.`));
  }
  const noted = nodes.filter(({ name }) => notes[name]).map(({ name }) => `${called(name)}: ${notes[name]}`);
  if (noted.length) said.push(say(`Node 아래의 글: ${list(noted)}.`, `Below the nodes: ${list(noted)}.`));
  return said.join(' ');
}

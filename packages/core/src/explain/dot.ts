// Programs and ledgers as graphs in Graphviz' DOT language (Gansner, Koutsofios & North, Drawing graphs with dot, 2015).

import { nameVariables, showAtom } from '../program/print.ts';
import type { Atom, Program } from '../program/program.ts';
import { showType } from '../shape/shape.ts';
import type { Tensor } from '../tensor/operand.ts';
import type { LedgerRow } from './backprop.ts';

/** A string of the language, in which a line ends with the two characters `\n`. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function graph(lines: readonly string[]): string {
  return ['digraph {', '  rankdir=LR;', ...lines.map((line) => `  ${line};`), '}'].join('\n');
}

/** A node for each input and equation, an edge for each operand. */
export function programDot(program: Program): string {
  const names = nameVariables(program);
  const lines: string[] = [];
  const edge = (atom: Atom, to: string, i: number): string => {
    if (atom.kind === 'variable') return `${quoted(showAtom(atom, names))} -> ${to}`;
    const literal = quoted(`literal ${i} of ${to.slice(1, -1)}`);
    lines.push(`${literal} [label=${quoted(String(atom.value))}, shape=plaintext]`);
    return `${literal} -> ${to}`;
  };
  for (const input of program.inputs) {
    const name = showAtom(input, names);
    lines.push(`${quoted(name)} [label=${quoted(`${name}: ${showType(input.type)}`)}, shape=box]`);
  }
  for (const { primitive, inputs, outputs } of program.equations) {
    const [first] = outputs;
    if (first === undefined) continue;
    const node = quoted(showAtom(first, names));
    const results = outputs.map((output) => `${showAtom(output, names)}: ${showType(output.type)}`).join(', ');
    lines.push(`${node} [label=${quoted(`${primitive.name}\n${results}`)}]`);
    for (const output of outputs.slice(1)) {
      lines.push(`${quoted(showAtom(output, names))} [label=${quoted(showAtom(output, names))}, shape=plaintext]`);
      lines.push(`${node} -> ${quoted(showAtom(output, names))}`);
    }
    inputs.forEach((input, i) => {
      lines.push(edge(input, node, i));
    });
  }
  program.outputs.forEach((output, i) => {
    const node = quoted(`result ${i}`);
    lines.push(`${node} [shape=plaintext]`, edge(output, node, i));
  });
  return graph(lines);
}

function show(value: number | Tensor): string {
  return typeof value === 'number' ? String(value) : value.toString().replace('Tensor ', '');
}

/** A node for each value, and for each row an edge from the node back to its operand. */
export function ledgerDot(rows: readonly LedgerRow[]): string {
  const nodes = new Map<string, string>();
  const edges = rows.map(({ node, input, upstream, others = [], local, downstream }) => {
    const lines = [
      `${node.name} = ${show(node.value)}`,
      `${node.primitive}, upstream ${show(upstream)}`,
      ...others.map((one) => `${one.name} = ${show(one.value)}, upstream ${show(one.upstream)}`),
    ];
    nodes.set(node.name, lines.join('\n'));
    if (!nodes.has(input.name)) nodes.set(input.name, `${input.name} = ${show(input.value)}`);
    const by = typeof local === 'object' && 'transpose' in local ? local.transpose : `× ${show(local)}`;
    return `${quoted(node.name)} -> ${quoted(input.name)} [label=${quoted(`${by} = ${show(downstream)}`)}]`;
  });
  const labels = [...nodes].map(([name, label]) => `${quoted(name)} [label=${quoted(label)}]`);
  return graph([...labels, ...edges]);
}

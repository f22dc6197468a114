// A computation graph, left to right or in a narrow column top to bottom, with the forward and the backward pass walked
// over it: what is drawn is the engine's own ledger. Values travel along the edges, downstream gradients travel back.
// Sends `nodeselect` { name }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { computedNodes, type Graph, type GraphNode, type Inputs } from '../lesson/ledger.ts';
import { programGraph } from '../lesson/typed-program.ts';
import { format, formatFully, shortForms } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import type { Box } from './graph/box.ts';
import type { Shape } from './graph/curve.ts';
import { edgeNumbers } from './graph/edge-numbers.ts';
import { graphInWords, plainLabel, sumText } from './graph/in-words.ts';
import { type Known, known } from './graph/known.ts';
import { type DrawnEdge, type Layout, layoutOf } from './graph/layout.ts';
import {
  besideText,
  downstreamLine,
  envelope,
  fitting,
  localFrame,
  pulse,
  upstreamArrow,
  wire,
} from './graph/marks.ts';
import { gradientSpot, nameSpot, noteSpot, type Setting, type WordSpot } from './graph/spots.ts';
import { widthsOf } from './graph/widths.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

export { doc } from './graph/ledger-graph-doc.ts';

/** Layouts that a drag comes back to. */
const kept = 40;
/** Narrower than this, a graph runs from top to bottom. */
const narrow = 640;
/** The greatest height of a node then, and how far one rank lies below the other. */
const upright = { sparse: { size: 40, pitch: 108 }, full: { size: 52, pitch: 172 } } as const;
/** Narrower than this, such nodes are lower still. */
const narrowest = 320;

export class LedgerGraph extends LiveElement {
  static override properties: PropertyDeclarations = {
    graph: { type: Object },
    program: { type: String },
    at: { type: Object },
    forward: { type: Number },
    backward: { type: Number },
    opened: { type: Number },
    envelopes: { type: Boolean },
    sums: { type: Boolean },
    sparse: { type: Boolean },
    locals: { type: Boolean },
    selectable: { type: Boolean },
    current: { type: String },
    emphasis: { type: Array },
    nodeNotes: { type: Object, attribute: 'node-notes' },
    edgeNotes: { type: Object, attribute: 'edge-notes' },
    width: { type: Number },
    height: { type: Number },
    size: { type: Number },
  };

  /** What is drawn; without it, the graph of `program` at `at`. */
  declare graph: Graph | undefined;
  declare program: string | undefined;
  declare at: Inputs | undefined;
  /** How many computed nodes show their value; all unless given. */
  declare forward: number | undefined;
  /** How many rows of the ledger are seen. */
  declare backward: number | undefined;
  /** Of the row after those: 1 shows its upstream gradient, 2 its local one too. */
  declare opened: number | undefined;
  /** Gradients that are not seen yet wait as closed envelopes. */
  declare envelopes: boolean | undefined;
  /** Where a value is used more than once, the terms of its gradient are written out. */
  declare sums: boolean | undefined;
  /** Upstream gradients at the inputs and the result alone: for large graphs. */
  declare sparse: boolean | undefined;
  /** All local gradients are seen, before any gradient comes back. */
  declare locals: boolean | undefined;
  declare selectable: boolean | undefined;
  /** The node at work; without it, the one that the clock has just reached. */
  declare current: string | undefined;
  /** Edges (places in `graph.edges`) that stand out while the others step back. */
  declare emphasis: readonly number[] | undefined;
  /** A line of text under a node, by its name; beside an edge, by its place in `graph.edges`. */
  declare nodeNotes: Readonly<Record<string, string>> | undefined;
  declare edgeNotes: Readonly<Record<string, string>> | undefined;
  declare width: number | undefined;
  declare height: number | undefined;
  /** Height of a node. */
  declare size: number | undefined;

  private readonly shown: Tween = new Tween(this);
  private readonly layouts: Map<string, Layout> = new Map();

  private drawnGraph(): Graph {
    if (this.graph) return this.graph;
    return programGraph(this.computing, this.program ?? 'b = a + a; c = b + b', this.at ?? { a: 1 });
  }

  private get setting(): Setting {
    const { width = 1168, sparse = false } = this;
    return { width, sparse, upright: width < narrow };
  }

  /** Of the nodes, and of ranks in an upright graph. */
  private get box(): Box {
    const { width = 1168, height = 360, size = 56 } = this;
    if (!this.setting.upright) return { width, height, size };
    const { size: most, pitch } = upright[this.sparse ? 'sparse' : 'full'];
    return { width, height, size: Math.min(size, width < narrowest ? most - 6 : most), pitch };
  }

  private layout(graph: Graph): Layout {
    const { box } = this;
    const { size } = box;
    const { upright, sparse } = this.setting;
    const beside = upright && !sparse && this.backward !== undefined;
    // As at the end of the backward pass: nothing moves on the way there.
    const end = { forward: graph.nodes.length, backward: graph.edges.length, opened: 0 };
    const seen = beside ? known(graph, end) : undefined;
    const widths = widthsOf(graph, size, {
      text: (value) => this.text(value),
      lines: sparse,
      ...(seen ? { gradient: (node) => this.gradientText(node, seen) } : {}),
    });
    // Other values lay it out anew only where they are longer or shorter.
    const key = JSON.stringify([
      graph.nodes.map(({ name, place }) => [name, place, ...Object.values(widths).map((one) => one.get(name))]),
      graph.edges.map(({ from, to }) => [from, to]),
      box,
    ]);
    const found = this.layouts.get(key) ?? layoutOf(graph, box, widths);
    if (this.layouts.size >= kept) this.layouts.clear();
    this.layouts.set(key, found);
    return found;
  }

  override render(): TemplateResult {
    const graph = this.drawnGraph();
    const { opened = 0, backward = 0 } = this;
    const { width, size } = this.box;
    const forward = this.forward ?? computedNodes(graph).length;
    const seen = known(graph, { forward, backward, opened });
    const layout = this.layout(graph);
    const { height } = layout;
    const nodes = computedNodes(graph);
    const parts = this.shown.show([
      ...nodes.map((_, i) => (i < forward ? 1 : 0)),
      ...graph.edges.map((_, i) => (i < backward ? 1 : 0)),
    ]);
    const arrived = new Map(nodes.map(({ name }, i) => [name, parts[i] ?? 1]));
    // What the drawing shortens is said in full.
    const words = graphInWords(graph, seen, this.say, this.nodeNotes, this.sparse ? formatFully : format);
    return html`<div class=${this.setting.upright ? 'ledger-graph upright' : 'ledger-graph'} style=${styleMap({ width: `${width}px`, height: `${height}px`, fontSize: `${this.setting.upright && this.sparse ? 17 : Math.max(20, size * 0.46)}px` })}>
      <svg class="plot graph" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role=${this.selectable ? 'group' : 'img'}
        aria-label=${words} data-prevent-swipe>
        ${graph.edges.map((_, i) => this.edge(graph, layout.edges[i], i, seen, arrived.get(graph.edges[i]?.to ?? '') ?? 1, parts[nodes.length + i] ?? 0))}
        ${graph.nodes.map((node) => this.node(graph, node, layout.nodes.get(node.name), seen))}
      </svg>
      ${graph.nodes.map((node) => this.words(node, layout.nodes.get(node.name), seen))}
    </div>`;
  }

  /** Large graphs have room for three digits, or for fewer where a number stands on a short edge. */
  private text(value: number, room = Number.POSITIVE_INFINITY): string {
    return this.sparse ? fitting(shortForms(value), room) : format(value);
  }

  private edge(
    graph: Graph,
    drawn: DrawnEdge | undefined,
    i: number,
    seen: Known,
    arrived: number,
    back: number,
  ): SVGTemplateResult | typeof nothing {
    const edge = graph.edges[i];
    if (!drawn || !edge) return nothing;
    const { curve, length } = drawn;
    const pieces = drawn.straight ? 1 : 24;
    const { emphasis = [] } = this;
    const name = classMap({
      edge: true,
      reached: seen.value(edge.from) && seen.value(edge.to),
      strong: emphasis.includes(i),
      faded: emphasis.length > 0 && !emphasis.includes(i),
    });
    const open = this.locals || seen.local(i);
    const { local, downstream, inwards, middle, distance } = edgeNumbers(
      drawn,
      edge,
      open === true,
      (value, room) => this.text(value, room),
      this.setting.upright,
    );
    const note = this.edgeNotes?.[i];
    const closed = this.envelopes && seen.value(graph.nodes.at(-1)?.name ?? '');
    const turned = back === 1;
    return svg`<g class=${name}>
      ${turned ? nothing : wire(curve, pieces, 'wire')}
      ${back > 0 ? downstreamLine(curve, pieces, back, length) : nothing}
      ${open ? localFrame(curve(1 - inwards), local) : closed ? envelope(curve(1 - inwards), 'local') : nothing}
      ${
        seen.downstream(i)
          ? besideText(curve, middle, drawn.side * distance, downstream, 'gradient downstream')
          : closed
            ? envelope(curve(middle), 'downstream')
            : nothing
      }
      ${arrived > 0 && arrived < 1 ? pulse(curve(arrived), 'ink') : nothing}
      ${back > 0 && back < 1 ? pulse(curve(1 - back), 'downstream') : nothing}
      ${note ? besideText(curve, middle, drawn.side * -28, note, 'note') : nothing}
    </g>`;
  }

  private node(
    graph: Graph,
    node: GraphNode,
    shape: Shape | undefined,
    seen: Known,
  ): SVGTemplateResult | typeof nothing {
    if (!shape) return nothing;
    const { x, y, width, height } = shape;
    const at = this.current ?? seen.node;
    const name = classMap({ node: true, waiting: false, unknown: !seen.value(node.name), current: node.name === at });
    const outline = svg`<rect class="outline" x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${height / 2}></rect>`;
    const gradient = this.gradient(graph, node, shape, seen);
    if (!this.selectable) return svg`<g class=${name}>${outline}${gradient}</g>`;
    const select = (): void => this.send('nodeselect', { name: node.name });
    const onKey = (event: KeyboardEvent): void => {
      if (!['Enter', 'NumpadEnter', 'Space'].includes(event.code)) return;
      event.preventDefault();
      event.stopPropagation();
      select();
    };
    return svg`<g class=${name} tabindex="0" role="button" aria-label=${this.say(`node ${plainLabel(node.label)} 고르기`, `Choose node ${plainLabel(node.label)}`)}
      aria-pressed=${node.name === this.current ? 'true' : 'false'} data-node=${node.name} @click=${select} @keydown=${onKey}>
      <rect class="reach" x=${x - Math.max(52, width) / 2} y=${y - 26} width=${Math.max(52, width)} height="52"></rect>${outline}</g>${gradient}`;
  }

  private gradient(graph: Graph, node: GraphNode, shape: Shape, seen: Known): unknown {
    const { setting, sums, envelopes } = this;
    const { terms, whole } = seen.gradient(node.name);
    const result = node === graph.nodes.at(-1);
    if (this.sparse && !result && node.operation !== '') return nothing;
    if (!whole && !(sums && terms.some((term) => term !== undefined))) {
      const started = seen.value(graph.nodes.at(-1)?.name ?? '');
      return envelopes && started ? envelope(gradientSpot(node, shape, '?', result, setting), 'upstream') : nothing;
    }
    const text = this.gradientText(node, seen);
    return upstreamArrow(gradientSpot(node, shape, text, result, setting), text, setting.upright);
  }

  private gradientText({ name, gradient, place }: GraphNode, seen: Known): string {
    const { terms, whole } = seen.gradient(name);
    if (this.sums) return sumText(terms, whole ? gradient : undefined);
    return this.text(gradient, this.sparse && place?.gradient === 'above' ? 64 : undefined);
  }

  /** Name and value outside of a node, its operation inside, its note. */
  private words(node: GraphNode, shape: Shape | undefined, seen: Known): unknown {
    if (!shape) return nothing;
    const { setting } = this;
    const known = seen.value(node.name);
    const value = known ? this.text(node.value) : '?';
    // Values change at every drag, names never: only names are set by KaTeX, in whose font the values stand too.
    const number = html`<span class="math-number">${value}</span>`;
    const lines = setting.upright && setting.sparse && node.operation !== '';
    const equation = lines
      ? html`<span class="lines"><span>${tex(node.label)}</span><span>${tex('=')}${number}</span></span>`
      : html`${tex(`${node.label} =`)}${number}`;
    const word = ({ x, y, anchor }: WordSpot, content: unknown, name: Record<string, boolean>): TemplateResult =>
      html`<span class=${classMap({ 'graph-word': true, start: anchor === 'start', ...name })} aria-hidden="true" style=${styleMap({ left: `${x}px`, top: `${y}px` })}><span>${content}</span></span>`;
    const middle: WordSpot = { x: shape.x, y: shape.y, anchor: 'middle' };
    const note = this.nodeNotes?.[node.name];
    return html`${
      node.operation
        ? html`${word(nameSpot(node, shape, setting), equation, { unknown: !known })}${word(middle, tex(node.operation), { unknown: !known })}`
        : word(middle, equation, {})
    }${note ? word(noteSpot(node, shape, this.gradientText(node, seen), setting), note, { note: true }) : nothing}`;
  }
}

customElements.define('ledger-graph', LedgerGraph);

// A computation graph, left to right or in a narrow column top to bottom, with the forward and the backward pass walked
// over it: what is drawn is the engine's own ledger. Values travel along the edges, downstream gradients travel back.
// Sends `nodeselect` { name }.

import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type SVGTemplateResult,
  svg,
  type TemplateResult,
} from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { styleMap } from 'lit/directives/style-map.js';
import { computedNodes, type Graph, type GraphNode, type Inputs } from '../lesson/ledger.ts';
import { programGraph } from '../lesson/typed-program.ts';
import { format, formatFully, shortForms } from '../numbers/format.ts';
import type { Box } from './graph/box.ts';
import type { Shape } from './graph/curve.ts';
import { type EdgeState, edgeDrawing } from './graph/edge-drawing.ts';
import { graphInWords, plainLabel, sumText } from './graph/in-words.ts';
import { type Known, known } from './graph/known.ts';
import { type Layout, layoutOf } from './graph/layout.ts';
import { envelope, fitting, upstreamArrow } from './graph/marks.ts';
import { nodeNote, nodeWords } from './graph/node-words.ts';
import { gradientSpot, type Setting } from './graph/spots.ts';
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

/** Another array of the same numbers is no change. */
function differ(now: readonly number[] = [], before: readonly number[] = []): boolean {
  return now.length !== before.length || now.some((value, i) => value !== before[i]);
}

/** A moment of the two passes, with the places of all that is drawn. */
interface Drawn {
  readonly graph: Graph;
  readonly forward: number;
  readonly backward: number;
  readonly seen: Known;
  readonly layout: Layout;
}

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
    emphasis: { type: Array, hasChanged: differ },
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
  private drawn: Drawn | undefined;

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

  /** What is drawn follows from everything but the notes, which a nudge changes at every frame. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size !== 1 || !changed.has('nodeNotes')) this.drawn = undefined;
  }

  private draw(): Drawn {
    const graph = this.drawnGraph();
    const { opened = 0, backward = 0 } = this;
    const forward = this.forward ?? computedNodes(graph).length;
    return { graph, forward, backward, seen: known(graph, { forward, backward, opened }), layout: this.layout(graph) };
  }

  override render(): TemplateResult {
    this.drawn ??= this.draw();
    const { drawn } = this;
    const { graph, forward, backward, seen, layout } = drawn;
    const { width, size } = this.box;
    const { height } = layout;
    const { upright } = this.setting;
    const parts = this.shown.show([
      ...computedNodes(graph).map((_, i) => (i < forward ? 1 : 0)),
      ...graph.edges.map((_, i) => (i < backward ? 1 : 0)),
    ]);
    // What the drawing shortens is said in full.
    const words = graphInWords(graph, seen, this.say, this.nodeNotes, this.sparse ? formatFully : format);
    return html`<div class=${upright ? 'ledger-graph upright' : 'ledger-graph'} style=${styleMap({ width: `${width}px`, height: `${height}px`, fontSize: `${upright && this.sparse ? 17 : Math.max(20, size * 0.46)}px` })}>
      <svg class="plot graph" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role=${this.selectable ? 'group' : 'img'}
        aria-label=${words} data-prevent-swipe>
        ${guard([drawn, ...parts], () => this.edges(drawn, parts))}
        ${guard([drawn], () => graph.nodes.map((node) => this.node(node, drawn)))}
      </svg>
      ${guard([drawn], () => graph.nodes.map((node) => this.words(node, drawn)))}
      ${graph.nodes.map((node) => this.note(node, drawn))}
    </div>`;
  }

  /** Large graphs have room for three digits, or for fewer where a number stands on a short edge. */
  private text(value: number, room = Number.POSITIVE_INFINITY): string {
    return this.sparse ? fitting(shortForms(value), room) : format(value);
  }

  private edges({ graph, seen, layout }: Drawn, parts: readonly number[]): unknown {
    const nodes = computedNodes(graph);
    const arrived = new Map(nodes.map(({ name }, i) => [name, parts[i] ?? 1]));
    const { emphasis = [], setting } = this;
    const closed = this.envelopes === true && seen.value(graph.nodes.at(-1)?.name ?? '');
    return graph.edges.map((edge, i) => {
      const drawn = layout.edges[i];
      if (!drawn) return nothing;
      const state: EdgeState = {
        reached: seen.value(edge.from) && seen.value(edge.to),
        stress: emphasis.includes(i) ? 'strong' : emphasis.length > 0 ? 'faded' : undefined,
        local: this.locals === true || seen.local(i),
        downstream: seen.downstream(i),
        closed,
        arrived: arrived.get(edge.to) ?? 1,
        back: parts[nodes.length + i] ?? 0,
        note: this.edgeNotes?.[i],
      };
      return edgeDrawing(edge, drawn, state, (value, room) => this.text(value, room), setting.upright);
    });
  }

  private node(node: GraphNode, { graph, seen, layout }: Drawn): SVGTemplateResult | typeof nothing {
    const shape = layout.nodes.get(node.name);
    if (!shape) return nothing;
    const { x, y, width, height } = shape;
    const at = this.current ?? seen.node;
    const name = classMap({ node: true, unknown: !seen.value(node.name), current: node.name === at });
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

  private words(node: GraphNode, { seen, layout }: Drawn): unknown {
    const shape = layout.nodes.get(node.name);
    const value = seen.value(node.name) ? this.text(node.value) : undefined;
    return shape ? nodeWords(node, shape, value, this.setting) : nothing;
  }

  private note(node: GraphNode, { seen, layout }: Drawn): unknown {
    const shape = layout.nodes.get(node.name);
    const note = this.nodeNotes?.[node.name];
    return shape && note ? nodeNote(node, shape, note, this.gradientText(node, seen), this.setting) : nothing;
  }
}

customElements.define('ledger-graph', LedgerGraph);

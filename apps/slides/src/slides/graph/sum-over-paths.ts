// A gradient is a sum over paths: each path lights up with its product. Then the count: paths double with every node,
// edges do not; and with many inputs the direction of the one sweep decides.

import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/ledger-graph.ts';
import '../../components/path-tiles.ts';
import type { Say } from '../../language/language.ts';
import { type Choice, chosen } from '../../lesson/chosen.ts';
import {
  type Counts,
  countsOn,
  deepest,
  doubling,
  doublingsOn,
  mostWeights,
  neuronEdgesOn,
  type Paths,
} from '../../lesson/paths.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { fields, nullable, whole } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField, slider } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

interface PathsState extends SlideState {
  /** How often the chain doubles, where it was chosen by hand. */
  readonly depth: Choice<number> | null;
  /** A path that was lit by hand. */
  readonly path: Choice<number> | null;
  /** Weights of the neuron at the end. */
  readonly weights: number;
}

/** Four clicks for the paths, one for their sum, four for the growth, one for the two directions. */
const pathClicks = 4;
const sumClick = 5;
const lastClick = 10;
const firstDepth = 2;

/** Choices of the depth hold through all the clicks that light paths, later for one click. */
function phase(clock: number): number {
  return Math.max(sumClick, clock);
}

function depthAt(clock: number): number {
  return Math.min(deepest, Math.max(firstDepth, clock - sumClick + firstDepth));
}

interface Moment {
  readonly depth: number;
  readonly seen: number;
  readonly current: number;
}

function momentOf({ clock, depth, path }: PathsState): Moment {
  const deep = chosen(depth, phase(clock), depthAt(clock));
  const count = 2 ** deep;
  const seen = Math.ceil((count * Math.min(clock, pathClicks)) / pathClicks);
  const going = clock > 0 && clock <= pathClicks ? seen - 1 : -1;
  return { depth: deep, seen, current: Math.min(count - 1, chosen(path, clock, going)) };
}

function localsOf({ graph, paths }: Paths, place: number): number[] {
  return (paths[place] ?? []).map((edge) => graph.edges[edge]?.local ?? Number.NaN);
}

/** `dc/da = 1 + 1 + 1 + 1 = 4`: the paths seen so far; of many, the first and the last. */
function sumOf({ graph, products, total }: Paths, seen: number, whole: boolean): string {
  const terms = products.map((product, i) => (i < seen ? texNumber(format(product)) : '{?}'));
  const written = terms.length > 8 ? [...terms.slice(0, 3), '\\cdots', ...terms.slice(-1)] : terms;
  const result = graph.nodes.at(-1)?.label ?? '';
  const sum = `${toned('downstream', `\\tfrac{d${result}}{da}`)} = ${written.join(' + ')}`;
  return whole ? `${sum} = ${toned('downstream', texNumber(format(total)))}` : sum;
}

/** The same sum as the backward pass takes it: added at each node, then multiplied on. */
function factored(paths: Paths, depth: number): string {
  const ones = paths.graph.edges
    .filter(({ from }) => from === paths.graph.nodes[0]?.name)
    .map(({ local }) => texNumber(format(local)));
  const factor = `(${toned('local', ones.join(' + '))})`;
  return depth > 2 ? `${factor}^{${depth}}` : Array.from({ length: depth }, () => factor).join('');
}

function countTable(counts: readonly Counts[], seen: number, depth: number, say: Say): TemplateResult {
  const row = (name: keyof Counts, head: TemplateResult | string): TemplateResult => html`<tr>
    <th scope="row">${head}</th>
    ${counts.map((count) => html`<td class=${classMap({ waiting: count.depth > seen, here: count.depth === depth })} data-figure="${name}-${count.depth}">${format(count[name])}</td>`)}
  </tr>`;
  return html`<table class="numbers counts growth">
    <caption>${say('Graph가 길어질 때 곱셈의 수', 'Multiplications as the graph grows')}</caption>
    <tbody>
      ${row('depth', say('Node 수', 'nodes'))}
      ${row('paths', say('경로 수', 'paths'))}
      ${row('byPath', say('곱셈: 경로마다', 'products, path by path'))}
      ${row('edges', say('곱셈: edge마다 한 번', 'products, once per edge'))}
    </tbody>
  </table>`;
}

export const sumOverPaths = slide<PathsState>({
  id: 'sum-over-paths',
  part: 'graph',
  below: true,
  title: { ko: 'Gradient는 모든 경로의 합이다', en: 'A gradient is a sum over all paths' },
  clicks: lastClick,
  minutes: 3,
  start: { clock: 0, depth: null, path: null, weights: 30 },
  holds: {
    depth: nullable(fields({ at: whole(0, lastClick), value: whole(1, deepest) })),
    path: nullable(fields({ at: whole(0, lastClick), value: whole(-1, 2 ** deepest - 1) })),
    weights: whole(1, mostWeights),
  },
  notes: {
    say: {
      ko: 'a에서 c까지 가는 길은 넷이다. 길마다 local gradient를 곱하고, 모두 더하면 dc/da다. Node를 하나 더 이을 때마다 길은 두 배가 되지만 edge는 둘만 는다. Backward pass는 같은 합을 node에서 먼저 더해 묶기 때문에 edge마다 한 번만 곱한다. 방향은 입력과 결과의 수가 정한다: forward mode는 입력마다, reverse mode는 결과마다 한 번 훑는다. 학습에서는 입력이 수백만 개이고 결과는 L 하나다.',
      en: 'Four ways lead from a to c. Multiply the local gradients along each, add them all, and you have dc/da. Every further node doubles the number of paths but adds only two edges. The backward pass takes the same sum bracketed: it adds at each node first, so it multiplies once per edge. Which direction is cheaper depends on what there is more of: forward mode sweeps once per input, reverse mode once per result. In training there are millions of inputs and a single L.',
    },
    ask: {
      ko: '입력이 하나이고 결과가 백만 개라면 어느 방향이 나을까?',
      en: 'With one input and a million results, which direction would you take?',
    },
  },
  controls: ({ state, set, say }) => {
    const { clock, weights } = state;
    const { depth, current } = momentOf(state);
    if (clock === lastClick) {
      const change = (value: number): void => set({ weights: Math.round(value) });
      const title = say('weight의 수', 'number of weights');
      return [
        numberField('m', weights, change, { step: 1, least: 1, greatest: mostWeights, title }),
        slider(title, weights, change, { least: 1, greatest: mostWeights, step: 1 }),
      ];
    }
    return html`<span>${say('node 수', 'nodes')} ${depth}</span>
      ${slider(say('node 수', 'number of nodes'), depth, (value) => set({ depth: { at: phase(clock), value }, path: null }), { least: 1, greatest: deepest, step: 1 })}
      <span>${say('경로', 'path')} ${current < 0 ? '–' : current + 1}</span>
      ${slider(say('경로', 'path'), current + 1, (value) => set({ path: { at: clock, value: value - 1 } }), { least: 0, greatest: 2 ** depth, step: 1 })}`;
  },
  run: ({ engine, state }) => {
    const { products, total, reverse, forward } = doubling(engine, momentOf(state).depth);
    return [...products, total, reverse, forward];
  },
  view: ({ state, engine, language, say, set }) => {
    const { clock, weights } = state;
    const moment = momentOf(state);
    const { depth, current } = moment;
    const found = doublingsOn(engine)(depth);
    const seen = Math.max(moment.seen, current + 1);
    const edges = neuronEdgesOn(engine)(weights);
    const { mul } = engine;
    const grown = depthAt(clock);
    const labels = found.paths.map((_, i) => {
      const product = `${localsOf(found, i)
        .map((local) => format(local))
        .join(depth < 3 ? ' × ' : '·')}`;
      return depth < 3 ? `${product} = ${format(found.products[i] ?? Number.NaN)}` : product;
    });
    const sweeps = (name: string, count: number): TemplateResult =>
      html`<div data-figure=${name}>${formula(`${texNumber(format(count))} \\times ${texNumber(format(edges))} = ${texNumber(format(mul(count, edges) as number))}`)}</div>`;
    return html`<div class="graph-slide sum-over-paths">
      <ledger-graph lang=${language} .graph=${found.graph} locals current="" .emphasis=${current < 0 ? [] : (found.paths[current] ?? [])}
        width="1168" height="176" size=${depth > 4 ? 44 : 52}></ledger-graph>
      <div class="columns even">
        <div>
          <path-tiles lang=${language} depth=${depth} seen=${seen} current=${current} .labels=${labels} width="556" height="160"
            @pathselect=${({ detail }: CustomEvent<number>) => set({ path: { at: clock, value: detail } })}></path-tiles>
          <div data-figure="sum">${formula(sumOf(found, seen, clock >= sumClick))}</div>
        </div>
        <div>
          ${reveal(clock >= sumClick, countTable(countsOn(engine), grown, depth, say))}
          ${reveal(clock >= sumClick, html`<p>${say(html`Node에서 먼저 더하면 ${tex(factored(found, depth))}이다.`, html`Added at each node first: ${tex(factored(found, depth))}.`)}</p>`)}
        </div>
      </div>
      ${reveal(
        clock >= lastClick,
        html`<div class="sweeps">
          <div><p>${say(html`Weight ${format(weights)}개인 neuron의 ${tex('L')}`, html`${tex('L')} of a neuron, ${format(weights)} weights`)}</p>
            <p class="edges">${say(html`edge ${format(edges)}개`, html`${format(edges)} edges`)}</p></div>
          <div><p>${say('Forward mode: 입력마다 한 번', 'Forward mode: once per input')}</p>${sweeps('forward', weights)}</div>
          <div><p><em>${say('Reverse mode: 결과마다 한 번', 'Reverse mode: once per result')}</em></p>${sweeps('reverse', 1)}</div>
        </div>`,
      )}
    </div>`;
  },
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { edgeNumbers } from '../src/components/graph/edge-numbers.ts';
import { graphInWords, plainLabel, sumText } from '../src/components/graph/in-words.ts';
import { known } from '../src/components/graph/known.ts';
import { layoutOf } from '../src/components/graph/layout.ts';
import { fitting, textWidth } from '../src/components/graph/marks.ts';
import { widthsOf } from '../src/components/graph/widths.ts';
import { saying } from '../src/language/language.ts';
import { chainGraph, fanOutGraph, regressionGraph } from '../src/lesson/graphs.ts';
import type { Graph } from '../src/lesson/ledger.ts';
import { nudgesOn } from '../src/lesson/nudge.ts';
import { nodeKinds, oneNode } from '../src/lesson/one-node.ts';
import { programGraph } from '../src/lesson/typed-program.ts';
import { format, shortForms } from '../src/numbers/format.ts';
import { engines } from '../src/store/engine.ts';
import { backend, current, figure, place, slideText } from './deck.ts';
import { figures } from './figures.ts';
import { stage } from './stage.ts';

function near(found: number | undefined, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12);
}

function gradient({ nodes }: Graph, name: string): number | undefined {
  return nodes.find((node) => node.name === name)?.gradient;
}

describe.each(['typescript', 'wasm'] as const)('the graphs on the %s backend', (name) => {
  const engine = engines[name];
  const { points, before, after } = figures;

  it('have dc/da = 4 for a = 1; b = a + a; c = b + b', () => {
    const graph = fanOutGraph(engine, 1);
    expect(graph.nodes.map(({ name, value, gradient }) => [name, value, gradient])).toEqual([
      ['a', 1, 4],
      ['b', 2, 2],
      ['c', 4, 1],
    ]);
    expect(graph.edges.map(({ from, to, downstream }) => [from, to, downstream])).toEqual([
      ['b', 'c', 1],
      ['b', 'c', 1],
      ['a', 'b', 2],
      ['a', 'b', 2],
    ]);
    expect(programGraph(engine, 'b = a + a; c = b + b', { a: 1 })).toEqual(graph);
  });

  it.each([
    { x: 1, y: 1, z: 0, slope: 1 },
    { x: 4, y: 2, z: Math.LN2, slope: 0.5 },
  ])('go through the lecture’s chain at x = $x', ({ x, y, z, slope }) => {
    const graph = chainGraph(engine, x);
    const value = (name: string): number | undefined => graph.nodes.find((node) => node.name === name)?.value;
    near(value('y'), y);
    near(value('z'), z);
    near(graph.edges.find(({ to }) => to === 'z')?.local, slope);
    near(graph.edges.find(({ to }) => to === 'u')?.local, 1 / 3);
    near(gradient(graph, 'x'), (2 * z * slope) / 3);
    // Each node's downstream gradient is the upstream gradient of the next.
    graph.edges.slice(1).forEach(({ upstream }, i) => {
      expect(upstream).toBe(graph.edges[i]?.downstream);
    });
  });

  it('end in the table’s 10 and −2 for the regression loss at (2, 1), term by term', () => {
    const graph = regressionGraph(engine, before.line, points);
    near(graph.nodes.at(-1)?.value, before.loss);
    near(gradient(graph, 'a'), before.gradient.a);
    near(gradient(graph, 'b'), before.gradient.b);
    const sent = (name: string): number[] =>
      graph.edges.filter(({ from }) => from === name).map(({ downstream }) => downstream + 0);
    expect(sent('a')).toEqual(before.termsA);
    expect(sent('b')).toEqual(before.termsB);
    expect(graph.nodes).toHaveLength(16);
    expect(graph.edges).toHaveLength(19);
    near(regressionGraph(engine, after.line, points).nodes.at(-1)?.value, after.loss);
  });

  it('draw one, two or three points, and the first three of more', () => {
    const loss = (x: number[], y: number[]): [number, number | undefined] => {
      const { nodes } = regressionGraph(engine, before.line, { x, y });
      return [nodes.length, nodes.at(-1)?.value];
    };
    expect(loss([-2], [-1])).toEqual([6, 4]);
    expect(loss([-2, 1], [-1, 2])).toEqual([11, 5]);
    expect(loss([-2, 0, 1, 5], [-1, 1, 2, 9])).toEqual([16, 5]);
  });

  it('have upstream × local = downstream for every kind of node', () => {
    for (const kind of nodeKinds) {
      const { upstream, local, downstream } = oneNode(engine, { kind, x: 3, y: 2, upstream: -2 });
      expect(upstream).toBe(-2);
      expect(downstream.x).toBe(upstream * local.x);
      if (local.y !== undefined) expect(downstream.y).toBe(upstream * local.y);
    }
    expect(oneNode(engine, { kind: 'square', x: 3, y: 2, upstream: 1 }).local).toEqual({ x: 6, y: undefined });
  });

  it('carry a nudge as far as the chain rule says, and nearly as far as L really goes', () => {
    const at = { x: 1, y: 2 };
    const found = nudgesOn(engine)(at, 'x', 0.1);
    expect([found.z, found.loss, found.upstream]).toEqual([3, 4, 4]);
    expect([found.local, found.downstream]).toEqual([
      { x: 4, y: 1 },
      { x: 16, y: 4 },
    ]);
    near(found.atLoss, 1.6);
    near(found.real, 1.8081);
    const small = nudgesOn(engine)(at, 'x', 0.01);
    expect(Math.abs(small.real - small.atLoss)).toBeLessThan(Math.abs(found.real - found.atLoss) / 50);
  });
});

describe('a graph', () => {
  const graph = fanOutGraph(engines.typescript, 1);

  it('opens a gradient only when all of its terms have arrived', () => {
    const half = known(graph, { forward: 2, backward: 1, opened: 0 });
    expect(half.gradient('b')).toEqual({ terms: [1, undefined], whole: false });
    const full = known(graph, { forward: 2, backward: 2, opened: 0 });
    expect(full.gradient('b')).toEqual({ terms: [1, 1], whole: true });
    expect(sumText([1, undefined], undefined)).toBe('1 + ?');
    expect(sumText([-4, -1], -5)).toBe('−4 + (−1) = −5');
  });

  it('tells its state in words, in both languages', () => {
    const seen = known(graph, { forward: 1, backward: 0, opened: 0 });
    expect(graphInWords(graph, seen, saying('ko'))).toBe('계산 그래프. 값: a = 1, b = 2. 아직 계산하지 않은 값: c.');
    const end = known(graph, { forward: 2, backward: 4, opened: 0 });
    const words = graphInWords(graph, end, saying('en'), { b: 'used twice' });
    expect(words).toContain('Backward pass: 4 of 4 rows.');
    expect(words).toContain('The last row, from b to a: upstream 2 × local 1 = downstream 2.');
    expect(words).toContain('Gradients found: a 4, b 2, c 1.');
    expect(words).toContain('Below the nodes: b: used twice.');
  });

  it('has labels that can be said', () => {
    expect(['\\hat y_1', 'a x_2', 'r_2^2 + r_3^2'].map(plainLabel)).toEqual(['ŷ₁', 'ax₂', 'r₂² + r₃²']);
  });

  it('shows every frame whole between its two nodes, however long the numbers are', () => {
    const prices = { x: [1200, 1850, 2400], y: [35400, 52100, 61234.5] };
    const long = regressionGraph(engines.typescript, { a: 2, b: 1 }, prices);
    const text = (value: number, room = Number.POSITIVE_INFINITY): string => fitting(shortForms(value), room);
    const { edges } = layoutOf(long, { width: 1168, height: 446, size: 48 }, widthsOf(long, 48, { text }));
    edges.forEach((drawn, i) => {
      const { local } = edgeNumbers(drawn, long.edges[i] ?? { local: 0, downstream: 0 }, true, text);
      expect(textWidth(local) + 16).toBeLessThan(drawn.length);
    });
  });

  it('gives a number fewer digits where there is less room', () => {
    const forms = ['−3.89', '−3.9', '−4'];
    expect([100, 50, 30, 1].map((width) => fitting(forms, width))).toEqual(['−3.89', '−3.9', '−4', '−4']);
  });

  it('is laid out from left to right inside of its box, also where dagre has to find the places', () => {
    const box = { width: 800, height: 400, size: 48 };
    const typed = programGraph(engines.typescript, 'u = x*y; v = u + x; L = v*u', { x: 1, y: 2 });
    const { nodes, edges } = layoutOf(typed, box, widthsOf(typed, box.size, { text: format }));
    for (const { x, y, width } of nodes.values()) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0);
      expect(x + width / 2).toBeLessThanOrEqual(box.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(box.height);
    }
    for (const { curve } of edges) expect(curve(1).x).toBeGreaterThan(curve(0).x);
  });

  it('runs from top to bottom in a narrow column, with room at the right for names', () => {
    const { line, points } = { ...figures.before, points: figures.points };
    const typed = programGraph(engines.typescript, 'u = x*y; v = u + x; L = v*u', { x: 1, y: 2 });
    for (const graph of [typed, regressionGraph(engines.typescript, line, points)]) {
      const box = { width: 328, height: 400, size: 40, pitch: 108 };
      const widths = widthsOf(graph, box.size, { text: format, lines: true });
      const { nodes, edges, height } = layoutOf(graph, box, widths);
      for (const [name, { x, y, width }] of nodes) {
        expect(x - width / 2).toBeGreaterThanOrEqual(0);
        expect(x + width / 2 + (widths.beside.get(name) ?? 0)).toBeLessThanOrEqual(box.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(height);
      }
      edges.forEach((drawn, i) => {
        expect(drawn.curve(1).y).toBeGreaterThan(drawn.curve(0).y);
        const { inwards, middle } = edgeNumbers(
          drawn,
          graph.edges[i] ?? { local: 0, downstream: 0 },
          true,
          format,
          true,
        );
        expect(middle).toBeLessThan(1 - inwards);
      });
    }
  });

  it.each([
    ['b a + a', 'expected lines such as b = a + a, got b a + a'],
    ['b = alert(a)', 'alert is not known'],
    ['b = q + a', 'q is not known'],
  ])('refuses the program %s', (text, message) => {
    expect(() => programGraph(engines.typescript, text, { a: 1 })).toThrow(message);
  });
});

describe('on the slides', () => {
  const { open } = stage();

  async function press(page: Page, key: string, times: number): Promise<void> {
    for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
  }
  async function center(page: Page, selector: string): Promise<{ x: number; y: number }> {
    const box = await page.locator(`${current} ${selector}`).first().boundingBox();
    if (!box) throw new Error(`expected to see ${selector}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  it.each(['TypeScript', 'WebAssembly'])('the lecture’s figures stand there at the end, on %s', async (name) => {
    const page = await open('#/fan-out');
    if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
    const end = async (id: string, clicks: number, names: readonly string[]): Promise<string[]> => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${id}`);
      await expect.poll(() => place(page)).toMatch(new RegExp(`^${id} `));
      await press(page, 'PageDown', clicks);
      return await Promise.all(names.map((one) => figure(page, one)));
    };
    const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replace(/\s/g, ''));
    expect(plain(await end('multivariable-chain', 6, ['dLdx', 'dLdy']))).toEqual([
      '∂x∂L=∂z∂L∂x∂z=4×4=16',
      '∂y∂L=∂z∂L∂y∂z=4×1=4',
    ]);
    expect(plain(await end('fan-out', 7, ['dcda']))).toEqual(['dadc=2+2=4']);
    expect(plain(await end('regression-graph', 11, ['loss', 'dLda', 'dLdb']))).toEqual([
      'L=5',
      '∂a∂L=8+0+2=10',
      '∂b∂L=−4+0+2=−2',
    ]);
  });

  it('the regression graph follows the line that is typed', async () => {
    const page = await open('#/regression-graph');
    await press(page, 'PageDown', 11);
    await page.fill('number-field[label="a"] input', '1');
    await page.keyboard.press('Enter');
    await page.fill('number-field[label="b"] input', '1.2');
    await page.keyboard.press('Enter');
    expect(await figure(page, 'loss')).toBe('L=0.12');
    await page.fill('number-field[label="b"] input', '1..2');
    expect(await page.locator('number-field[label="b"] input').getAttribute('aria-invalid')).toBe('true');
    expect(await figure(page, 'loss')).toBe('L=0.12');
  });

  it('the values of the one node are dragged, and moved with the arrow keys', async () => {
    const page = await open('#/one-node');
    await press(page, 'PageDown', 5);
    const { x, y } = await center(page, '.pill.x');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y);
    await page.mouse.move(x + 40, y);
    await page.mouse.up();
    expect((await figure(page, 'downstream-y')).replace(/\s/g, '')).toBe('∂y∂L=∂z∂L×∂y∂z=2×4=8');
    await page.locator(`${current} .pill.upstream`).focus();
    await press(page, 'ArrowLeft', 10);
    expect((await figure(page, 'downstream-y')).replace(/\s/g, '')).toBe('∂y∂L=∂z∂L×∂y∂z=1×4=4');
    expect(await page.locator(`${current} gradient-node svg`).getAttribute('aria-label')).toContain(
      'downstream gradient 2, 4',
    );
    expect(await place(page)).toBe('one-node 5');
  });

  it('another operation is chosen: max sends everything to the larger value', async () => {
    const page = await open('#/one-node');
    await press(page, 'PageDown', 5);
    await page.locator('.strip select.choice').selectOption('max');
    expect((await figure(page, 'downstream-x')).replace(/\s/g, '')).toMatch(/=2×1=2$/);
    expect((await figure(page, 'downstream-y')).replace(/\s/g, '')).toMatch(/=2×0=0$/);
    await page.locator('.strip select.choice').selectOption('square');
    expect(await page.locator(`${current} .pill.y`).count()).toBe(0);
    expect((await figure(page, 'downstream-x')).replace(/\s/g, '')).toMatch(/=2×6=12$/);
  });

  it('the nudge is dragged and moved with the arrow keys, and stays within its range', async () => {
    const page = await open('#/multivariable-chain');
    await press(page, 'PageDown', 2);
    const { x, y } = await center(page, 'nudge-lines .handle');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 5, y);
    await page.mouse.move(x - 11, y);
    await page.mouse.up();
    const handle = page.locator(`${current} nudge-lines .handle`);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0.05');
    await handle.focus();
    await press(page, 'ArrowRight', 9);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0.1');
    await press(page, 'ArrowLeft', 10);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0');
    expect(await slideText(page)).not.toContain('−0 ');
  });

  it('a node of a selectable graph is chosen by mouse and by Enter', async () => {
    const page = await open('#/fan-out');
    const chosen = await page.evaluate(async (selector) => {
      const graph = document.querySelector(selector)?.querySelector('ledger-graph');
      if (!(graph instanceof HTMLElement)) return [];
      const names: unknown[] = [];
      graph.addEventListener('nodeselect', (event) => names.push((event as CustomEvent<{ name: string }>).detail.name));
      Object.assign(graph, { selectable: true, emphasis: [0], nodeNotes: { a: 'note a' }, edgeNotes: { 0: 'note 0' } });
      await new Promise((resolve) => setTimeout(resolve, 100));
      graph.querySelector('[data-node="a"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      graph
        .querySelector('[data-node="b"]')
        ?.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', bubbles: true }));
      names.push(graph.querySelectorAll('.edge.strong').length, graph.querySelectorAll('.edge.faded').length);
      names.push(graph.textContent?.includes('note a'), graph.textContent?.includes('note 0'));
      return names;
    }, current);
    expect(chosen).toEqual(['a', 'b', 1, 3, true, true]);
  });
});

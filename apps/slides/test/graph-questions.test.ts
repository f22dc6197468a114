import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agrees, brokenGraph, checksOf, faultAt, faultsOf, rightGraph } from '../src/lesson/broken.ts';
import { chosen } from '../src/lesson/chosen.ts';
import { regressionGraph } from '../src/lesson/graphs.ts';
import { countsOn, deepest, doubling, neuronEdgesOn, pathsOf } from '../src/lesson/paths.ts';
import { lossChanges, rerun } from '../src/lesson/wiggle.ts';
import { engines } from '../src/store/engine.ts';
import { backend, current, figure, place } from './deck.ts';
import { figures } from './figures.ts';
import { stage } from './stage.ts';

function near(found: number | undefined, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12);
}

describe.each(['typescript', 'wasm'] as const)('on the %s backend', (name) => {
  const engine = engines[name];
  const { points, before } = figures;

  it('the products along all paths add up to what reverse and forward mode give', () => {
    for (let depth = 1; depth <= deepest; depth += 1) {
      const { paths, products, total, reverse, forward } = doubling(engine, depth);
      expect(paths).toHaveLength(2 ** depth);
      expect(products).toEqual(paths.map(() => 1));
      expect([total, reverse, forward]).toEqual([2 ** depth, 2 ** depth, 2 ** depth]);
    }
    // The lecture's chain: dc/da = 4.
    expect(doubling(engine, 2).total).toBe(4);
  });

  it('paths double with every node, edges do not', () => {
    expect(countsOn(engine).map(({ paths, byPath, edges }) => [paths, byPath, edges])).toEqual([
      [2, 2, 2],
      [4, 8, 4],
      [8, 24, 6],
      [16, 64, 8],
      [32, 160, 10],
      [64, 384, 12],
    ]);
    expect([1, 2, 30].map(neuronEdgesOn(engine))).toEqual([3, 6, 90]);
  });

  it('the sum over paths is the gradient where the products differ, too', () => {
    const { nodes, edges } = regressionGraph(engine, before.line, points);
    const paths = pathsOf({ nodes, edges });
    const products = paths.map((path) => path.reduce((product, place) => product * (edges[place]?.local ?? 0), 1));
    expect(products.map((product) => product + 0)).toEqual(before.termsA);
  });

  it('a nudge at any node moves L by nearly its gradient times the nudge, and better so for smaller ones', () => {
    const { nodes } = regressionGraph(engine, before.line, points);
    for (const { name: node, gradient } of nodes) {
      const error = (by: number): number => {
        const { real, predicted } = rerun(engine, points, before.line, gradient, node, by);
        return Math.abs(real - predicted);
      };
      expect(error(1e-3)).toBeLessThanOrEqual(error(1e-1) / 5000 + 1e-12);
    }
    const found = rerun(engine, points, before.line, 4, 'r1', 0.1);
    near(found.real, 0.41);
    near(found.predicted, 0.4);
    near(found.error, 0.025);
    near(found.changes.s1, 0.41);
    expect([found.changes.a, found.changes.m1, found.changes.s2]).toEqual([0, 0, 0]);
    near(rerun(engine, points, before.line, before.gradient.a, 'a', 0.1).real, 1.05);
    const [down = 0, , up = 0] = lossChanges(engine, points, before.line, 'r1', [-0.1, 0, 0.1]);
    near(down, -0.39);
    near(up, 0.41);
  });

  it('every planted fault is found by the check, at its own node first', () => {
    const inputs = { x: 2, y: 3 };
    const right = rightGraph(engine, inputs);
    const checks = checksOf(engine, right, inputs);
    right.edges.forEach(({ downstream }, i) => {
      expect(agrees(downstream, checks.edges[i] ?? Number.NaN)).toBe(true);
    });
    for (const { name: node, gradient } of right.nodes) expect(agrees(gradient, checks.nodes[node] ?? 0)).toBe(true);
    const faults = faultsOf(right);
    expect(faults).toHaveLength(12);
    for (const fault of faults) {
      const broken = brokenGraph(engine, right, fault);
      const first = broken.edges.findIndex(({ downstream }, i) => !agrees(downstream, checks.edges[i] ?? Number.NaN));
      const wrong = broken.nodes.filter(({ name: node, gradient }) => !agrees(gradient, checks.nodes[node] ?? 0));
      expect(wrong.length).toBeGreaterThan(0);
      if (fault.kind === 'no-sum') {
        expect(wrong.map(({ name: node }) => node)).toContain(fault.node);
        // What the forgetful node received is right: only what it sends on is not.
        if (first >= 0) expect(broken.edges[first]?.to).toBe(fault.node);
      } else {
        expect([broken.edges[first]?.to, broken.edges[first]?.from]).toEqual([fault.node, fault.operand]);
        expect(broken.edges[first]?.upstream).toBe(right.edges[first]?.upstream);
      }
    }
  });

  it('the engine’s own gradient check has no complaint about the right program', () => {
    const { add, gradCheck, mul, square, sub } = engine;
    const loss = (x: number, y: number): number => {
      const u = mul(x, y);
      return add(square(sub(u, x)), u) as number;
    };
    const { ok, checked } = gradCheck(loss, { argnums: [0, 1] })(2, 3);
    expect([ok, checked]).toEqual([true, 2]);
  });
});

describe('seeds and choices', () => {
  it('every fault comes once in a round of seeds', () => {
    const faults = faultsOf(rightGraph(engines.typescript, { x: 2, y: 3 }));
    const round = (from: number): unknown[] => faults.map((_, i) => faultAt(from + i, faults));
    for (const from of [0, faults.length]) expect(new Set(round(from)).size).toBe(faults.length);
    expect(faultAt(3, faults)).toEqual({ kind: 'no-sum', node: 'u' });
    expect(round(0)).not.toEqual(round(faults.length));
  });

  it('what was chosen by hand counts until the clock moves on', () => {
    expect(chosen({ at: 2, value: 'a' }, 2, 'b')).toBe('a');
    expect(chosen({ at: 2, value: 'a' }, 3, 'b')).toBe('b');
    expect(chosen(null, 0, 'b')).toBe('b');
  });
});

describe('on the slides', () => {
  const { open } = stage();

  async function press(page: Page, key: string, times: number): Promise<void> {
    for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
  }
  const plain = async (page: Page, name: string): Promise<string> => (await figure(page, name)).replace(/\s/g, '');
  async function drag(page: Page, selector: string, by: number): Promise<void> {
    const box = await page.locator(`${current} ${selector}`).first().boundingBox();
    if (!box) throw new Error(`expected to see ${selector}`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by / 2, y);
    await page.mouse.move(x + by, y);
    await page.mouse.up();
  }

  it.each(['TypeScript', 'WebAssembly'])('next alone lights path after path, then counts, on %s', async (name) => {
    const page = await open('#/sum-over-paths');
    if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
    const lit = (): Promise<number> => page.locator(`${current} .tile.lit`).count();
    const sums: string[] = [];
    for (let click = 1; click <= 5; click += 1) {
      await press(page, 'PageDown', 1);
      expect(await lit()).toBe(Math.min(4, click));
      sums.push(await plain(page, 'sum'));
    }
    expect(sums).toEqual(['dadc=1+?+?+?', 'dadc=1+1+?+?', 'dadc=1+1+1+?', 'dadc=1+1+1+1', 'dadc=1+1+1+1=4']);
    await press(page, 'PageDown', 5);
    expect(await lit()).toBe(64);
    expect(await plain(page, 'sum')).toBe('dadg=1+1+1+⋯+1=64');
    expect([await figure(page, 'byPath-6'), await figure(page, 'edges-6')]).toEqual(['384', '12']);
    expect([await plain(page, 'forward'), await plain(page, 'reverse')]).toEqual(['30×90=2700', '1×90=90']);
    await page.fill('number-field[label="m"] input', '50');
    expect([await plain(page, 'forward'), await plain(page, 'reverse')]).toEqual(['50×150=7500', '1×150=150']);
    await page.fill('number-field[label="m"] input', '1e9');
    expect(await page.locator('number-field[label="m"] input').getAttribute('aria-invalid')).toBe('true');
    expect(await plain(page, 'forward')).toBe('50×150=7500');
  });

  it('a path is picked by mouse and by arrow keys, and next goes on from where it was', async () => {
    const page = await open('#/sum-over-paths', 1);
    const tiles = page.locator(`${current} path-tiles svg`);
    const box = await tiles.boundingBox();
    if (!box) throw new Error('expected to see the paths');
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    expect(await tiles.getAttribute('aria-valuenow')).toBe('4');
    expect(await page.locator(`${current} .edge.strong`).count()).toBe(2);
    await tiles.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await tiles.getAttribute('aria-valuenow')).toBe('3');
    expect(await place(page)).toBe('sum-over-paths 1');
    await page.keyboard.press('PageDown');
    expect(await tiles.getAttribute('aria-valuenow')).toBe('2');
  });

  it.each(['TypeScript', 'WebAssembly'])('the tour nudges r₁, b, a and r₂, on %s', async (name) => {
    const page = await open('#/wiggle-any-node', 4);
    if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
    const row = (at: number): Promise<string[]> =>
      Promise.all(['real', 'predicted', 'error'].map((one) => figure(page, `${one}-${at}`)));
    expect([await row(1), await row(2), await row(3)]).toEqual([
      ['0.41', '4 × 0.1 = 0.4', '0.025'],
      ['0.0401', '4 × 0.01 = 0.04', '0.0025'],
      ['0.004001', '4 × 0.001 = 0.004', '2.5 × 10⁻⁴'],
    ]);
    await press(page, 'PageDown', 1);
    expect(await row(1)).toEqual(['−0.17', '(−2) × 0.1 = −0.2', '0.15']);
    await press(page, 'PageDown', 1);
    expect(await row(1)).toEqual(['1.05', '10 × 0.1 = 1', '0.05']);
    await press(page, 'PageDown', 1);
    expect(await row(1)).toEqual(['0.01', '0 × 0.1 = 0', '∞']);
  });

  it('any node is chosen by click and by Enter, and its nudge dragged, stepped and typed', async () => {
    const page = await open('#/wiggle-any-node', 2);
    await page.locator(`${current} [data-node="m3"]`).click();
    expect(await figure(page, 'predicted-1')).toBe('2 × 0.1 = 0.2');
    await page.locator(`${current} [data-node="s1"]`).focus();
    await page.keyboard.press('Enter');
    expect(await figure(page, 'predicted-1')).toBe('1 × 0.1 = 0.1');
    await page.locator(`${current} [data-node="r1"]`).click();
    const handle = page.locator(`${current} wiggle-plot .handle`);
    await drag(page, 'wiggle-plot .handle .ring', 242 / 3);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0.2');
    await handle.focus();
    await press(page, 'ArrowRight', 2);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0.22');
    await press(page, 'ArrowRight', 60);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0.3');
    await page.fill('number-field[label="ε"] input', '-0.5');
    expect([await figure(page, 'real-1'), await figure(page, 'predicted-1')]).toEqual(['−1.75', '4 × (−0.5) = −2']);
    await page.fill('number-field[label="ε"] input', 'much');
    expect(await page.locator('number-field[label="ε"] input').getAttribute('aria-invalid')).toBe('true');
    expect(await figure(page, 'real-1')).toBe('−1.75');
    expect(await place(page)).toBe('wiggle-any-node 2');
    await page.locator('number-field[label="ε"] input').blur();
    await press(page, 'PageDown', 1);
    expect(await handle.getAttribute('aria-valuetext')).toBe('0.01');
  });

  it.each(['TypeScript', 'WebAssembly'])('the broken node is voted for and found, on %s', async (name) => {
    const page = await open('#/broken-node', 8);
    if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
    const verdict = (): Promise<string> => figure(page, 'verdict');
    const downstream = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((at) => figure(page, `downstream-${at}`)));
    expect(downstream).toEqual(['1', '1', '8', '8', '−8', '24', '16']);
    await page.locator(`${current} [data-node="r"]`).click();
    expect(await verdict()).toContain('r은 자기 일을 제대로 했다');
    await press(page, 'PageDown', 1);
    const check = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((at) => figure(page, `check-${at}`)));
    expect(check).toEqual(['1 ✓', '1 ✓', '8 ✓', '8 ✓', '−8 ✓', '≠ 27', '≠ 18']);
    await page.locator(`${current} [data-node="u"]`).focus();
    await page.keyboard.press('Space');
    expect(await verdict()).toContain('1 + 8 = 9');
    expect(await place(page)).toBe('broken-node 9');
    expect(await page.locator('.strip').getByRole('button', { name: '다른 버그' }).count()).toBe(1);
    await page.keyboard.press('KeyN');
    expect(await place(page)).toBe('broken-node 0');
    await press(page, 'PageDown', 10);
    expect(await verdict()).toMatch(/r.*x.*−1/);
  });

  it('other inputs are typed, and what is no number changes nothing', async () => {
    const page = await open('#/broken-node', 9);
    await page.fill('number-field[label="x"] input', '0');
    expect(await figure(page, 'check-7')).toBe('0 ✓');
    await page.fill('number-field[label="x"] input', 'two');
    expect(await page.locator('number-field[label="x"] input').getAttribute('aria-invalid')).toBe('true');
    expect(await figure(page, 'check-7')).toBe('0 ✓');
  });

  it('a fault that the inputs hide is said to be hidden, and found again at others', async () => {
    const page = await open('#/broken-node');
    // Three bugs on: u leaves out its local gradient towards x, which is y.
    await press(page, 'KeyN', 3);
    await page.fill('number-field[label="y"] input', '1');
    await page.locator('number-field[label="y"] input').blur();
    await press(page, 'PageDown', 9);
    expect(await figure(page, 'verdict')).toContain('드러나지 않는다');
    await page.fill('number-field[label="y"] input', '4');
    expect(await figure(page, 'verdict')).not.toContain('드러나지 않는다');
    expect(await figure(page, 'check-6')).toMatch(/^≠ /);
  });
});

// What holds for the ledger of every program: each row is upstream × local = downstream, and what a node sends on is the
// sum of what came back to it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerRow, Operand, Tensor } from '../../src/index.ts';
import * as cr from '../../src/index.ts';
import { follow, recipes, tensors } from './programs.ts';

const runs = Number(process.env.LAW_RUNS ?? 60);
const seed = Number(process.env.LAW_SEED ?? 1);

const numbers = (x: number | Tensor): readonly number[] => (typeof x === 'number' ? [x] : Array.from(x.toTypedArray()));

const shapeOf = (x: number | Tensor): readonly number[] => (typeof x === 'number' ? [] : x.shape);

function expectSame(what: string, got: readonly number[], expected: readonly number[]): void {
  expect(got.length, what).toBe(expected.length);
  const size = Math.max(1, ...expected.map(Math.abs).filter(Number.isFinite));
  got.forEach((x, i) => {
    const other = expected[i] ?? Number.NaN;
    if (!Object.is(x, other)) expect(Math.abs(x - other), `${what}, element ${i}`).toBeLessThanOrEqual(1e-5 * size);
  });
}

/** An upstream gradient of fewer axes counts for all elements that the node reduced. */
function spread(upstream: number | Tensor, row: LedgerRow): readonly number[] {
  const shape = shapeOf(row.input.value);
  const own = shapeOf(upstream);
  if (own.length === shape.length) return numbers(upstream);
  if (own.length === 0)
    return shape.reduce((list, n) => list.flatMap((x) => new Array<number>(n).fill(x)), numbers(upstream));
  return [];
}

function holds(rows: readonly LedgerRow[], gradients: ReadonlyMap<string, number | Tensor>): void {
  const received = new Map<string, number[]>();
  for (const row of rows) {
    const { node, input, upstream, others = [], local, downstream } = row;
    const what = `${node.name} = ${node.primitive}(… ${input.name} …)`;
    expect(shapeOf(downstream), what).toEqual(shapeOf(input.value));
    // What came back to the node before is what it sends on: only the result of the function has no uses.
    for (const result of [{ name: node.name, upstream }, ...others]) {
      const sum = received.get(result.name);
      if (sum !== undefined) expectSame(`upstream of ${result.name}`, numbers(result.upstream), sum);
    }
    if (typeof local === 'object' && 'transpose' in local) {
      expect(local.transpose.length, what).toBeGreaterThan(0);
    } else {
      const up = spread(upstream, row);
      const by = numbers(local);
      const factor = (i: number): number => by[by.length === 1 ? 0 : i] ?? Number.NaN;
      if (up.length > 0)
        expectSame(
          what,
          numbers(downstream),
          up.map((x, i) => x * factor(i)),
        );
    }
    const before = received.get(input.name);
    const part = numbers(downstream);
    received.set(input.name, before === undefined ? [...part] : before.map((x, i) => x + (part[i] ?? Number.NaN)));
  }
  for (const [name, gradient] of gradients) {
    const sum = received.get(name);
    if (sum !== undefined) expectSame(`gradient of ${name}`, sum, numbers(gradient));
  }
}

describe('the ledger of a backward pass', () => {
  test('holds for random programs of arrays, with scan, matmul and customGradient in them', () => {
    fc.assert(
      fc.property(recipes(), (recipe) => {
        const f = follow(cr, recipe);
        const [x, y, i] = tensors(cr, recipe);
        const loss = ({ x, y }: { x: Operand; y: Operand }, i: Operand): Operand => {
          const result = f(x, y, i);
          return cr.sum(cr.mul(result, cr.sin(result)) as Operand);
        };
        const { rows, gradient, value } = cr.backprop(loss)({ x, y }, i);
        holds(rows, new Map(Object.entries(gradient as { x: Tensor; y: Tensor })));
        const [expected, same] = cr.valueAndGrad(loss)({ x, y }, i) as unknown as [number, { x: Tensor; y: Tensor }];
        expect(value).toBe(expected);
        expectSame('x', numbers((gradient as { x: Tensor }).x), numbers(same.x));
      }),
      { numRuns: runs, seed },
    );
  });

  test('names all results of a loop that a gradient comes back to', () => {
    const f = ({ x }: { x: Operand }): Operand => {
      const [last, all] = cr.scan(
        (h: Operand, t: Operand) => {
          const next = cr.mul(h, t) as Operand;
          return [next, next] as never;
        },
        1 as never,
        x as never,
      ) as unknown as [Operand, Operand];
      return cr.add(cr.mul(cr.named('last', last), 10), cr.sum(cr.named('all', all))) as Operand;
    };
    const { rows, gradient } = cr.backprop(f)({ x: cr.tensor([2, 3]) });
    holds(rows, new Map(Object.entries(gradient as { x: Tensor })));
    const loop = rows.find(({ node }) => node.primitive === 'scan');
    expect(loop?.node.name).toBe('last');
    expect(loop?.upstream).toBe(10);
    expect(loop?.others?.map(({ name, upstream }) => [name, (upstream as Tensor).toArray()])).toEqual([
      ['all', [1, 1]],
    ]);
    expect((gradient as { x: Tensor }).x.toArray()).toEqual([34, 22]);
    expect(
      cr
        .backprop(f)({ x: cr.tensor([2, 3]) })
        .toDOT(),
    ).toContain('all = f64[2] [2, 6], upstream f64[2] [1, 1]');
  });

  test('is plain data in JSON', () => {
    const { rows } = cr.backprop((x: Operand) => cr.sum(cr.square(x)))([1, 2]);
    expect(JSON.parse(JSON.stringify(rows))[1]).toEqual({
      node: { name: 'v2', primitive: 'square', value: [1, 4] },
      input: { name: 'v1', position: 0, value: [1, 2] },
      upstream: [1, 1],
      local: [2, 4],
      downstream: [2, 4],
    });
  });

  test('needs known numbers, also of what the function closes over', () => {
    const inner = (x: Operand): Operand => cr.backprop((y: Operand) => cr.mul(y, x))(2).value;
    expect(() => cr.grad(inner)(1)).toThrow(
      'backprop: expected a function of known numbers, but it reads a traced value',
    );
    const check = (x: Operand): Operand => Number(cr.gradCheck((y: Operand) => cr.mul(y, x))(2).ok);
    expect(() => cr.grad(check)(1)).toThrow('gradCheck: expected a function of known numbers');
  });
});

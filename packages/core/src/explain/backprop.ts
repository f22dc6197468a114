// backprop: the backward pass as a ledger that can be printed and drawn. Its numbers are the engine's own: they come out
// of the same pass that `grad` runs, over the program as written, so a drawing never recomputes a gradient.

import { ArgumentError } from '../errors.ts';
import { deliver, kindOfResult, placementOf } from '../execute/deliver.ts';
import { execute } from '../execute/execute.ts';
import type { Backend, Output } from '../kernel/backend.ts';
import { constantOf } from '../primitives/zeros.ts';
import { nameVariables, showAtom } from '../program/print.ts';
import type { Atom, Variable } from '../program/program.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { Traced } from '../trace/traced.ts';
import { select } from '../transforms/argnums.ts';
import { type AnyFunction, flattenArguments, incoming, inputsOn, traceFunction } from '../transforms/function.ts';
import { mustBeScalar, type Objective } from '../transforms/grad.ts';
import { replay } from '../transforms/replay.ts';
import { type BackwardStep, instantiate, reverse } from '../transforms/reverse.ts';
import type { Arg, Gradient } from '../transforms/types.ts';
import type { Structure } from '../tree/tree.ts';
import { ledgerDot } from './dot.ts';

/** One more result of a node. */
export interface LedgerResult {
  readonly name: string;
  readonly value: number | Tensor;
  /** Gradient of the result of the function by this one: the sum over all of its uses. */
  readonly upstream: number | Tensor;
}

/** What one operand of one node receives in the backward pass. */
export interface LedgerRow {
  /** The node: its name (the word given with `named`, or v1, v2, …), its primitive, and its value. */
  readonly node: { readonly name: string; readonly primitive: string; readonly value: number | Tensor };
  /** The operand: its name, its position among the node's operands, and its value. */
  readonly input: { readonly name: string; readonly position: number; readonly value: number | Tensor };
  /** Gradient of the result by the node: the sum over all uses of the node. */
  readonly upstream: number | Tensor;
  /** For a node of several results (a scan) the other ones that a gradient comes back to; else left out. */
  readonly others?: readonly LedgerResult[];
  /** Derivative of the node by this operand; for a linear node, what its transpose does to the upstream gradient. */
  readonly local: number | Tensor | { readonly transpose: string };
  /** Upstream × local: this node's share of the gradient of the result by the operand. Where an upstream gradient of fewer axes meets an array (a node that reduces it), it counts for all of the reduced elements. */
  readonly downstream: number | Tensor;
}

/** The ledger of a backward pass. */
export interface Ledger<G> {
  readonly value: number;
  readonly gradient: G;
  /** In the order in which the pass visits them, from the result back. */
  readonly rows: readonly LedgerRow[];
  /** The backward pass as a graph in Graphviz' DOT language: a node for each value, an edge for each row. */
  toDOT(): string;
}

class Backward<G> implements Ledger<G> {
  readonly value: number;
  readonly gradient: G;
  readonly rows: readonly LedgerRow[];

  constructor(value: number, gradient: G, rows: readonly LedgerRow[]) {
    this.value = value;
    this.gradient = gradient;
    this.rows = rows;
  }

  toDOT(): string {
    return ledgerDot(this.rows);
  }
}

/** The type of {@link backprop} of either package. */
export type Backprop = <A, R extends readonly unknown[]>(
  f: Objective<A, R>,
) => <B extends Arg<A>>(first: B, ...rest: { [K in keyof R]: Arg<R[K]> }) => Ledger<Gradient<B>>;

/** `backprop` with the numbers computed on a backend. */
export function backpropOn(backend: Backend): Backprop {
  return ((f: AnyFunction) =>
    (...args: unknown[]) =>
      ledger(backend, f, args)) as Backprop;
}

function ledger(backend: Backend, f: AnyFunction, args: readonly unknown[]): Ledger<unknown> {
  const given = flattenArguments(args);
  const { structure, leaves } = given;
  if (leaves.some((leaf) => leaf.value instanceof Traced)) {
    throw new ArgumentError(
      'backprop: expected known numbers, got a traced value; call it outside of other transforms',
    );
  }
  const selection = select('backprop', given);
  const first = selection.leaves.length;
  const by = leaves.slice(0, first);
  const forward = traceFunction(f, structure, leaves.map(incoming));
  mustBeScalar('backprop', forward);
  if (forward.captures.some((value) => value instanceof Traced)) {
    throw new ArgumentError(
      'backprop: expected a function of known numbers, but it reads a traced value from outside; call it outside of other transforms',
    );
  }
  const { program } = forward;
  const variables = program.inputs.slice(forward.captures.length, forward.captures.length + first);
  const names = nameVariables(program);
  const steps: BackwardStep[] = [];
  const record = (...values: Traced[]): Operand[] => {
    const [any] = values;
    if (any === undefined) return [];
    const lookUp = replay(any.trace, program, values);
    const [output] = program.outputs;
    const upstream = output && constantOf(any.trace, 1, output.type);
    const found = reverse(any.trace, program, lookUp, variables, [upstream], (step) => steps.push(step));
    const gradients = found.map((gradient, i) => instantiate(any.trace, gradient, (variables[i] as Variable).type));
    const numbers = steps.flatMap(({ equation, operand, upstreams, local, downstream }) => {
      const input = equation.inputs[operand] as Atom;
      const transposed = typeof local === 'object' && 'transpose' in local;
      const results = upstreams.flatMap(({ result, value }) => [lookUp(result), value]);
      return [lookUp(input), transposed ? 0 : local, downstream, ...results];
    });
    return [...program.outputs.map(lookUp), ...gradients, ...numbers];
  };
  const tuple: Structure = { kind: 'tuple', parts: program.inputs.map(() => ({ kind: 'leaf' })) };
  const whole = traceFunction(
    record,
    tuple,
    program.inputs.map(({ type, name }) => ({ type, name, kind: undefined })),
  );
  const forms = whole.outputs.map(({ type }, i) => {
    const leaf = by[i - 1];
    const mirrored = leaf === undefined ? (type.shape.length === 0 ? 'number' : undefined) : incoming(leaf).kind;
    return { type, kind: kindOfResult(type, mirrored) };
  });
  const placements = forms.map(({ kind }) => placementOf(kind));
  const outputs = execute(backend, whole.program, inputsOn(backend, forward, leaves), placements);
  const results = forms.map((form, i) => deliver(backend, outputs[i] as Output, form));
  let at = 1 + first;
  const next = (): number | Tensor => results[at++] as number | Tensor;
  const rows = steps.map(({ equation, operand, upstreams, local }): LedgerRow => {
    const input = equation.inputs[operand] as Atom;
    const [inputValue, localValue, downstream] = [next(), next(), next()];
    const [own, ...others] = upstreams.map(
      ({ result }): LedgerResult => ({ name: showAtom(result, names), value: next(), upstream: next() }),
    ) as [LedgerResult, ...LedgerResult[]];
    return {
      node: { name: own.name, primitive: equation.primitive.name, value: own.value },
      input: { name: showAtom(input, names), position: operand, value: inputValue },
      upstream: own.upstream,
      ...(others.length > 0 ? { others } : {}),
      local: typeof local === 'object' && 'transpose' in local ? local : localValue,
      downstream,
    };
  });
  return new Backward(Number(results[0]), selection.assemble(results.slice(1, 1 + first)), rows);
}

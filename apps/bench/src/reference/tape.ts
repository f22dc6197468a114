// Right answers of derivatives, independent of the engine: a tape of scalar operations in double-double, differentiated
// backwards. A node is its number on the tape. `const t = new Tape(); const x = t.leaf(2); t.gradient(t.mul(x, x), [x])`.

import * as dd from './double-double.ts';

export type Node = number;

const none = -1;

export class Tape {
  private size = 0;
  private high = new Float64Array(1024);
  private rest = new Float64Array(1024);
  private left = new Int32Array(1024);
  private right = new Int32Array(1024);
  private byLeft = new Float64Array(1024);
  private byLeftRest = new Float64Array(1024);
  private byRight = new Float64Array(1024);
  private byRightRest = new Float64Array(1024);
  private upstream = new Float64Array(1024);
  private upstreamRest = new Float64Array(1024);

  private grow(): void {
    const twice = (array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(2 * array.length);
      grown.set(array);
      return grown;
    };
    const twiceWhole = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(2 * array.length);
      grown.set(array);
      return grown;
    };
    this.high = twice(this.high);
    this.rest = twice(this.rest);
    this.left = twiceWhole(this.left);
    this.right = twiceWhole(this.right);
    this.byLeft = twice(this.byLeft);
    this.byLeftRest = twice(this.byLeftRest);
    this.byRight = twice(this.byRight);
    this.byRightRest = twice(this.byRightRest);
    this.upstream = twice(this.upstream);
    this.upstreamRest = twice(this.upstreamRest);
  }

  /** A node with this value and these parents; its local derivatives are set afterwards. */
  private push(high: number, rest: number, left: Node, right: Node): Node {
    if (this.size === this.high.length) this.grow();
    const node = this.size++;
    this.high[node] = high;
    this.rest[node] = rest;
    this.left[node] = left;
    this.right[node] = right;
    this.upstream[node] = 0;
    this.upstreamRest[node] = 0;
    return node;
  }

  private local(node: Node, byLeft: number, byLeftRest: number, byRight = 0, byRightRest = 0): Node {
    this.byLeft[node] = byLeft;
    this.byLeftRest[node] = byLeftRest;
    this.byRight[node] = byRight;
    this.byRightRest[node] = byRightRest;
    return node;
  }

  private at(array: Float64Array, node: Node): number {
    return array[node] as number;
  }

  /** A number to differentiate by, or a constant. */
  leaf(value: number): Node {
    return this.push(value, 0, none, none);
  }

  leaves(values: ArrayLike<number>): Node[] {
    return Array.from(values, (value) => this.leaf(value));
  }

  add(a: Node, b: Node): Node {
    const high = dd.add(this.at(this.high, a), this.at(this.rest, a), this.at(this.high, b), this.at(this.rest, b));
    return this.local(this.push(high, dd.low, a, b), 1, 0, 1, 0);
  }

  sub(a: Node, b: Node): Node {
    const high = dd.add(this.at(this.high, a), this.at(this.rest, a), -this.at(this.high, b), -this.at(this.rest, b));
    return this.local(this.push(high, dd.low, a, b), 1, 0, -1, 0);
  }

  mul(a: Node, b: Node): Node {
    const [aHigh, aRest, bHigh, bRest] = [
      this.at(this.high, a),
      this.at(this.rest, a),
      this.at(this.high, b),
      this.at(this.rest, b),
    ];
    const high = dd.mul(aHigh, aRest, bHigh, bRest);
    return this.local(this.push(high, dd.low, a, b), bHigh, bRest, aHigh, aRest);
  }

  /** A node times a constant f64. */
  scale(a: Node, by: number): Node {
    const high = dd.mul(this.at(this.high, a), this.at(this.rest, a), by, 0);
    return this.local(this.push(high, dd.low, a, none), by, 0);
  }

  div(a: Node, b: Node): Node {
    const bHigh = this.at(this.high, b);
    const bRest = this.at(this.rest, b);
    const high = dd.div(this.at(this.high, a), this.at(this.rest, a), bHigh, bRest);
    const rest = dd.low;
    const inverse = dd.div(1, 0, bHigh, bRest);
    const inverseRest = dd.low;
    const byB = dd.mul(-high, -rest, inverse, inverseRest);
    return this.local(this.push(high, rest, a, b), inverse, inverseRest, byB, dd.low);
  }

  sqrt(a: Node): Node {
    const high = dd.sqrt(this.at(this.high, a), this.at(this.rest, a));
    const rest = dd.low;
    const by = dd.div(0.5, 0, high, rest);
    return this.local(this.push(high, rest, a, none), by, dd.low);
  }

  exp(a: Node): Node {
    const high = dd.exp(this.at(this.high, a), this.at(this.rest, a));
    const rest = dd.low;
    return this.local(this.push(high, rest, a, none), high, rest);
  }

  log(a: Node): Node {
    const high = dd.log(this.at(this.high, a), this.at(this.rest, a));
    const rest = dd.low;
    const by = dd.div(1, 0, this.at(this.high, a), this.at(this.rest, a));
    return this.local(this.push(high, rest, a, none), by, dd.low);
  }

  sin(a: Node): Node {
    const high = dd.sin(this.at(this.high, a), this.at(this.rest, a));
    const rest = dd.low;
    const by = dd.cos(this.at(this.high, a), this.at(this.rest, a));
    return this.local(this.push(high, rest, a, none), by, dd.low);
  }

  cos(a: Node): Node {
    const high = dd.cos(this.at(this.high, a), this.at(this.rest, a));
    const rest = dd.low;
    const by = dd.sin(this.at(this.high, a), this.at(this.rest, a));
    return this.local(this.push(high, rest, a, none), -by, -dd.low);
  }

  tanh(a: Node): Node {
    const high = dd.tanh(this.at(this.high, a), this.at(this.rest, a));
    const rest = dd.low;
    const square = dd.mul(high, rest, high, rest);
    const by = dd.add(1, 0, -square, -dd.low);
    return this.local(this.push(high, rest, a, none), by, dd.low);
  }

  square(a: Node): Node {
    return this.mul(a, a);
  }

  sum(nodes: readonly Node[]): Node {
    return nodes.reduce((total, node) => this.add(total, node));
  }

  /** 1 / (1 + e^(−a)). */
  sigmoid(a: Node): Node {
    return this.div(this.leaf(1), this.add(this.leaf(1), this.exp(this.scale(a, -1))));
  }

  /** log Σ exp, with the largest taken out. */
  logSumExp(nodes: readonly Node[]): Node {
    const largest = this.leaf(Math.max(...nodes.map((node) => this.value(node))));
    return this.add(largest, this.log(this.sum(nodes.map((node) => this.exp(this.sub(node, largest))))));
  }

  /** A node's value, rounded to f64. */
  value(node: Node): number {
    return this.at(this.high, node);
  }

  /** Where the tape is, for `forget`. */
  mark(): number {
    return this.size;
  }

  /** Forgets the nodes after a mark: a sum of many terms differentiates term by term in little memory. */
  forget(mark: number): void {
    this.size = mark;
  }

  /** Adds the derivatives of a node to what the leaves before `mark` have been given so far. */
  accumulate(output: Node, mark = 0): void {
    this.upstream[output] = 1;
    this.upstreamRest[output] = 0;
    for (let node = output; node >= mark; node--) this.pass(node);
  }

  /** Gives a node's parents their share of what it has been given. */
  private pass(node: Node): void {
    const high = this.at(this.upstream, node);
    const rest = this.at(this.upstreamRest, node);
    if (high === 0 && rest === 0) return;
    const left = this.left[node] as number;
    if (left === none) return;
    this.give(left, dd.mul(high, rest, this.at(this.byLeft, node), this.at(this.byLeftRest, node)), dd.low);
    const right = this.right[node] as number;
    if (right === none) return;
    this.give(right, dd.mul(high, rest, this.at(this.byRight, node), this.at(this.byRightRest, node)), dd.low);
  }

  /** Passes on what nodes before a mark have been given, to the leaves among them: after the last `accumulate`. */
  settle(mark: number): void {
    for (let node = mark - 1; node >= 0; node--) this.pass(node);
  }

  private give(node: Node, high: number, rest: number): void {
    this.upstream[node] = dd.add(this.at(this.upstream, node), this.at(this.upstreamRest, node), high, rest);
    this.upstreamRest[node] = dd.low;
  }

  /** What leaves have been given by `accumulate`, rounded to f64. */
  given(leaves: readonly Node[]): number[] {
    return leaves.map((leaf) => this.at(this.upstream, leaf));
  }

  /** The derivatives of a node by some leaves, rounded to f64. Asked once per node. */
  gradient(output: Node, leaves: readonly Node[]): number[] {
    this.upstream.fill(0, 0, this.size);
    this.upstreamRest.fill(0, 0, this.size);
    this.accumulate(output);
    return this.given(leaves);
  }
}

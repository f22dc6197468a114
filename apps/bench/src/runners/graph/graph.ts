// Reverse mode in a hundred lines, as it is taught: every operation on numbers makes a node that remembers its inputs and
// its local derivatives. The baseline of an engine that does nothing clever.

interface Edge {
  readonly node: Value;
  /** The derivative of the node's own value by this input. */
  readonly local: number;
}

export class Value {
  gradient = 0;
  /** Whether the walk has been here. */
  seen = false;
  readonly value: number;
  readonly inputs: readonly Edge[];

  constructor(value: number, inputs: readonly Edge[] = []) {
    this.value = value;
    this.inputs = inputs;
  }

  add(other: Value): Value {
    return new Value(this.value + other.value, [
      { node: this, local: 1 },
      { node: other, local: 1 },
    ]);
  }

  sub(other: Value): Value {
    return new Value(this.value - other.value, [
      { node: this, local: 1 },
      { node: other, local: -1 },
    ]);
  }

  mul(other: Value): Value {
    return new Value(this.value * other.value, [
      { node: this, local: other.value },
      { node: other, local: this.value },
    ]);
  }

  square(): Value {
    return new Value(this.value ** 2, [{ node: this, local: 2 * this.value }]);
  }

  exp(): Value {
    const value = Math.exp(this.value);
    return new Value(value, [{ node: this, local: value }]);
  }

  log(): Value {
    return new Value(Math.log(this.value), [{ node: this, local: 1 / this.value }]);
  }

  sin(): Value {
    return new Value(Math.sin(this.value), [{ node: this, local: Math.cos(this.value) }]);
  }

  tanh(): Value {
    const value = Math.tanh(this.value);
    return new Value(value, [{ node: this, local: 1 - value ** 2 }]);
  }

  /** Puts the derivative of this value by each node before it into that node's `gradient`. Asked once. */
  backward(): void {
    // Inputs before outputs, without recursion: graphs are deeper than stacks.
    const order: Value[] = [];
    const stack: Value[] = [this];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const before = stack.length;
      for (const edge of node.inputs) if (!edge.node.seen) stack.push(edge.node);
      if (stack.length > before) continue;
      stack.pop();
      if (!node.seen) order.push(node);
      node.seen = true;
    }
    this.gradient = 1;
    for (const node of order.reverse()) {
      for (const { node: input, local } of node.inputs) input.gradient += node.gradient * local;
    }
  }
}

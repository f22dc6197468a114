// One function under construction: its locals, and its instructions in a flat list.

import { Bytes } from './bytes.ts';
import { control, empty, f32, f64, i32, local, type ValueType, v128 } from './opcodes.ts';

/** Index of a local variable of a function. */
export type Local = number;

export class FunctionCode {
  private readonly instructions = new Bytes();
  private readonly params: number;
  private readonly locals: ValueType[] = [];

  constructor(params: number) {
    this.params = params;
  }

  /** A new local variable; it begins as 0. */
  local(type: ValueType): Local {
    return this.params + this.locals.push(type) - 1;
  }

  op(opcode: number): void {
    if (opcode > 0xff) {
      this.instructions.byte(opcode >> 8);
      this.instructions.unsigned(opcode & 0xff);
    } else {
      this.instructions.byte(opcode);
    }
  }

  get(index: Local): void {
    this.instructions.byte(local.get);
    this.instructions.unsigned(index);
  }

  set(index: Local): void {
    this.instructions.byte(local.set);
    this.instructions.unsigned(index);
  }

  tee(index: Local): void {
    this.instructions.byte(local.tee);
    this.instructions.unsigned(index);
  }

  i32(value: number): void {
    this.instructions.byte(i32.const);
    this.instructions.signed(value);
  }

  f64(value: number): void {
    this.instructions.byte(f64.const);
    this.instructions.bytes(new Uint8Array(Float64Array.of(value).buffer));
  }

  f32(value: number): void {
    this.instructions.byte(f32.const);
    this.instructions.bytes(new Uint8Array(Float32Array.of(value).buffer));
  }

  v128(bytes: ArrayLike<number>): void {
    this.op(v128.const);
    this.instructions.bytes(bytes);
  }

  shuffle(lanes: readonly number[]): void {
    this.op(v128.shuffle);
    this.instructions.bytes(lanes);
  }

  /** A load or store; the address is on the stack, and `offset` bytes are added to it. */
  memory(opcode: number, offset: number): void {
    this.op(opcode);
    this.instructions.unsigned(0);
    this.instructions.unsigned(offset);
  }

  /** A load or store of one lane of a vector. */
  memoryLane(opcode: number, offset: number, lane: number): void {
    this.memory(opcode, offset);
    this.instructions.byte(lane);
  }

  /** Takes a lane out of a vector, or puts one in. */
  lane(opcode: number, lane: number): void {
    this.op(opcode);
    this.instructions.byte(lane);
  }

  call(index: number): void {
    this.instructions.byte(control.call);
    this.instructions.unsigned(index);
  }

  /** `if` or `loop`, leaving nothing on the stack; ends with `end`. */
  block(opcode: number): void {
    this.instructions.byte(opcode);
    this.instructions.byte(empty);
  }

  end(): void {
    this.instructions.byte(control.end);
  }

  /** Jumps to the enclosing loop if the number on the stack is not 0. */
  again(): void {
    this.instructions.byte(control.brIf);
    this.instructions.byte(0);
  }

  /** `target ← target + amount`. */
  increase(target: Local, amount: number): void {
    this.get(target);
    this.i32(amount);
    this.op(i32.add);
    this.set(target);
  }

  /** The function as an entry of the code section. */
  finish(): Bytes {
    const { locals } = this;
    const body = new Bytes();
    let runs = 0;
    for (let i = 0; i < locals.length; i++) if (locals[i] !== locals[i - 1]) runs++;
    body.unsigned(runs);
    for (let start = 0; start < locals.length; ) {
      const type = locals[start] as number;
      let end = start;
      while (locals[end] === type) end++;
      body.unsigned(end - start);
      body.byte(type);
      start = end;
    }
    body.append(this.instructions);
    body.byte(control.end);
    return body;
  }
}

// A growing list of bytes with the number formats of WebAssembly's binary form.

export class Bytes {
  // A plain array: many short lists are made for each module, and a typed array costs more to make and to collect.
  private readonly list: number[] = [];

  get length(): number {
    return this.list.length;
  }

  byte(value: number): void {
    this.list.push(value);
  }

  bytes(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.list.push(values[i] as number);
  }

  /** Unsigned LEB128 of a number below 2³². */
  unsigned(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.list.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.list.push(rest);
  }

  /** Signed LEB128 of a 32-bit integer. */
  signed(value: number): void {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.list.push((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.list.push(rest & 0x7f);
  }

  /** A name of ASCII letters, after its length. */
  name(text: string): void {
    this.unsigned(text.length);
    for (let i = 0; i < text.length; i++) this.list.push(text.charCodeAt(i));
  }

  append(part: Bytes): void {
    this.bytes(part.list);
  }

  /** Another list, after its length. */
  sized(part: Bytes): void {
    this.unsigned(part.length);
    this.append(part);
  }

  toTypedArray(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.list);
  }
}

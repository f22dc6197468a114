// A growing list of bytes with the number formats of WebAssembly's binary form.

export class Bytes {
  private data = new Uint8Array(512);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** The bytes written so far; valid until more are written. */
  get view(): Uint8Array<ArrayBuffer> {
    return this.data.subarray(0, this.used);
  }

  private reserve(count: number): void {
    if (this.used + count <= this.data.length) return;
    const larger = new Uint8Array(Math.max(2 * this.data.length, this.used + count));
    larger.set(this.view);
    this.data = larger;
  }

  byte(value: number): void {
    if (this.used === this.data.length) this.reserve(1);
    this.data[this.used++] = value;
  }

  bytes(values: ArrayLike<number>): void {
    this.reserve(values.length);
    this.data.set(values, this.used);
    this.used += values.length;
  }

  /** Unsigned LEB128 of a number below 2³². */
  unsigned(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Signed LEB128 of a 32-bit integer. */
  signed(value: number): void {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.byte(rest & 0x7f);
  }

  /** A name of ASCII letters, after its length. */
  name(text: string): void {
    this.unsigned(text.length);
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i));
  }

  /** Another list, after its length. */
  sized(part: Bytes): void {
    this.unsigned(part.length);
    this.bytes(part.view);
  }
}

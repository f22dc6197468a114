// What is computed only if somebody asks for it, and then once. However long a chain of these is, asking for its end does
// not overflow the stack.

/** A value made of others when it is asked for. */
export class Later<T> {
  private readonly of: readonly Later<T>[];
  private compute: ((...values: T[]) => T) | undefined;
  private value: T | undefined;

  constructor(of: readonly Later<T>[], compute: (...values: T[]) => T) {
    this.of = of;
    this.compute = compute;
  }

  get(): T {
    const waiting: Later<T>[] = [this];
    for (let last = waiting.at(-1); last !== undefined; last = waiting.at(-1)) {
      const missing = last.compute === undefined ? undefined : last.of.find((one) => one.compute !== undefined);
      if (missing !== undefined) {
        waiting.push(missing);
        continue;
      }
      if (last.compute !== undefined) {
        last.value = last.compute(...last.of.map((one) => one.value as T));
        last.compute = undefined;
      }
      waiting.pop();
    }
    return this.value as T;
  }
}

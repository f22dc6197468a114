// What every tensor offers to the language and to consoles under symbols: the brand, `using`, Node's inspect.

import { tensorBrand } from './brand.ts';
import { disposeSymbol } from './dispose.ts';

interface Described {
  dispose(): void;
}

/** Adds the brand, the clean-up of `using`, and the console form to a class of tensors. */
export function addProtocols<T extends Described>(prototype: T, inspect: (tensor: T) => string): void {
  Object.defineProperties(prototype, {
    [tensorBrand]: { value: true },
    [disposeSymbol]: {
      value(this: T): void {
        this.dispose();
      },
    },
    [Symbol.for('nodejs.util.inspect.custom')]: {
      value(this: T): string {
        return inspect(this);
      },
    },
  });
}

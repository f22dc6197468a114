// Functions of the lecture, compiled once for each engine: `const lessonOf = perEngine((engine) => …)`.

import type { Engine } from '../store/engine.ts';

export function perEngine<T>(make: (engine: Engine) => T): (engine: Engine) => T {
  const made = new Map<Engine, T>();
  return (engine) => {
    const known = made.get(engine);
    if (known !== undefined) return known;
    const fresh = make(engine);
    made.set(engine, fresh);
    return fresh;
  };
}

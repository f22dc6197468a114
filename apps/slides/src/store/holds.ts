// What a state that comes from outside (another window, a link) may hold. A value has to be of the same kind as the
// slide's start value; where that says too little, the slide says more in its `holds`. Everything is bounded, so that what
// passes can be drawn, and in reasonable time.

export type Check = (value: unknown) => boolean;

/** Checks for some of the keys of a state. */
export type Holds<S> = Readonly<Partial<Record<keyof S, Check>>>;

/** As large as the largest number that can be typed. */
const largest = 1e6;
const longestText = 200;

export const isNumber: Check = (value) => typeof value === 'number' && Math.abs(value) <= largest;

/** An integer from `least` to `greatest`. */
export function whole(least: number, greatest: number): Check {
  return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= greatest;
}

/** A text of at most `most` characters. */
export function text(most: number = longestText): Check {
  return (value) => typeof value === 'string' && value.length <= most;
}

export function oneOf(values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

export function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

/** For a key that may be missing. */
export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** An array of `least` to `most` such values, without holes. */
export function list(check: Check, most: number, least = 0): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length > most || value.length < least) return false;
    for (let i = 0; i < value.length; i += 1) if (!check(value[i])) return false;
    return true;
  };
}

/** A plain object with these keys and no others. */
export function fields(checks: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(checks);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    if (!Object.keys(value).every((key) => Object.hasOwn(checks, key))) return false;
    return entries.every(([key, check]) => check((value as Record<string, unknown>)[key]));
  };
}

/** The same kind of value as the example: of an array the length counts, of an object its keys. */
export function like(example: unknown): Check {
  if (typeof example === 'number') return isNumber;
  if (typeof example === 'string') return text();
  if (Array.isArray(example)) {
    const checks = example.map(like);
    return (value) =>
      list(() => true, checks.length, checks.length)(value) &&
      checks.every((check, i) => check((value as unknown[])[i]));
  }
  if (typeof example === 'object' && example !== null)
    return fields(Object.fromEntries(Object.entries(example).map(([key, value]) => [key, like(value)])));
  return (value) => typeof value === typeof example && (example !== null || value === null);
}

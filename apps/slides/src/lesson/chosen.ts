// What the presenter chose by hand counts until the clock moves on; then the slide goes its own way again.

/** A choice, and the moment of the clock it belongs to. */
export interface Choice<T> {
  readonly at: number;
  readonly value: T;
}

/** The choice if it was made at this moment, else what the clock says. */
export function chosen<T>(choice: Choice<T> | null, at: number, otherwise: T): T {
  return choice?.at === at ? choice.value : otherwise;
}

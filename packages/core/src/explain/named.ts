import { rename } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';

/**
 * Gives a value the lecture's word for it: printed programs and the rows of `backprop` use it. Returns the value itself.
 * Does nothing to a value that is not being traced.
 */
export function named<V>(name: string, value: V): V {
  if (value instanceof Traced) rename(value, name);
  return value;
}

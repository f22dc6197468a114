// Golden files: inputs of GradBench's objectives, with values and derivatives in 113-bit arithmetic beside them.

import type { Api, Tensor } from '../objectives/api.ts';
import { kmeans as costOf } from '../objectives/kmeans.ts';
import type { KmeansInput } from './inputs.ts';
import { modules } from './modules/index.ts';

/** Numbers in any nesting; null where they are not finite. */
export type Numbers = number | null | readonly Numbers[] | { readonly [key: string]: Numbers };

export interface GoldenFile {
  readonly eval: string;
  readonly input: unknown;
  /** What the functions should have given. */
  readonly binary128: Readonly<Record<string, Numbers>>;
}

/** What one number list of a file came to. */
export interface Check {
  readonly name: string;
  /** Largest difference, relative to the largest magnitude in the gradient. */
  readonly error: number;
}

export const tolerance = 1e-12;

function flatten(numbers: Numbers): number[] {
  if (numbers === null) return [Number.NaN];
  if (typeof numbers === 'number') return [numbers];
  // By name: two writers of JSON need not agree on an order.
  const parts = Array.isArray(numbers)
    ? numbers
    : Object.entries(numbers)
        .sort(([l], [r]) => (l < r ? -1 : 1))
        .map(([, part]) => part);
  return parts.flatMap(flatten);
}

/** What the derivative is called in each eval's column; `gradient` elsewhere. */
const derivatives: Readonly<Record<string, string>> = { ba: 'block_rows', gmm: 'jacobian', lstm: 'jacobian' };

/** The largest magnitude of a file's derivative, which all errors of the file are measured by. */
function scaleOf({ eval: name, binary128 }: GoldenFile): number {
  const derivative = flatten(binary128[derivatives[name] ?? 'gradient'] ?? []);
  return Math.max(0, ...derivative.filter(Number.isFinite).map(Math.abs));
}

function errorOf(got: Numbers, expected: Numbers, scale: number): number {
  const [mine, right] = [flatten(got), flatten(expected)];
  if (mine.length !== right.length) return Number.POSITIVE_INFINITY;
  const worst = right.reduce((worst, value, i) => {
    if (!Number.isFinite(value)) return Number.isFinite(mine[i]) ? Number.POSITIVE_INFINITY : worst;
    return Math.max(worst, Math.abs(value - (mine[i] as number)));
  }, 0);
  return worst === 0 ? 0 : worst / scale;
}

function evaluate(api: Api, { eval: name, input }: GoldenFile, functionName: string): Numbers {
  const prepare = modules[name]?.[functionName];
  if (prepare === undefined) throw new Error(`there is no ${name}.${functionName}`);
  const { run, output } = prepare(api, input as never);
  return output(run()) as Numbers;
}

type Objective = { reproj_error: { elements: number[] }; w_err: { element: number } };

/** What a file's binary128 column names, computed. */
function computed(api: Api, file: GoldenFile): Readonly<Record<string, Numbers>> {
  const ask = (name: string): Numbers => evaluate(api, file, name);
  switch (file.eval) {
    case 'ba': {
      const { reproj_error, w_err } = ask('objective') as unknown as Objective;
      const { vals } = ask('jacobian') as { vals: number[] };
      return {
        reproj_error: reproj_error.elements,
        w_err: w_err.element,
        block_rows: vals.slice(0, 30),
        w_err_deriv: vals[30] as number,
      };
    }
    case 'kmeans': {
      // The column has the gradient itself, where GradBench asks for a direction.
      const { points, centroids } = file.input as KmeansInput;
      const by = api.grad(costOf(api, api.tensor(points)))(api.tensor(centroids)) as Tensor;
      return { cost: ask('cost'), gradient: by.toArray() as Numbers };
    }
    case 'gmm':
    case 'lstm':
      return { objective: ask('objective'), jacobian: ask('jacobian') };
    default:
      return { primal: ask('primal'), gradient: ask('gradient') };
  }
}

/** Every list of a golden file on one of the packages. Throws for an eval that there is no module of. */
export function checkGolden(api: Api, file: GoldenFile): Check[] {
  const mine = computed(api, file);
  const scale = scaleOf(file);
  return Object.entries(file.binary128).map(([name, expected]) => ({
    name,
    error: errorOf(mine[name] ?? [], expected, scale),
  }));
}

// A composition x → y = f(x) → z = g(y) of two typed formulas, with the slopes of its parts and of the whole. Written
// once with the engine's functions; every number of the chain-rule section comes from here.

import type { Engine, Operand } from '../store/engine.ts';
import { isFormula, readFormula } from '../typed/typed-formula.ts';
import { perEngine } from './per-engine.ts';
import { flat, single } from './read.ts';

/** f in x and g in y, as the presenter types them. */
export interface Texts {
  readonly f: string;
  readonly g: string;
}

/** The lecture's example. */
export const lectureTexts: Texts = { f: 'x/3 + 2/3', g: 'log(y)' };

/** The values at one x, the slopes of the two parts, and the slope of the whole; not a number outside the domain. */
export interface Link {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly dydx: number;
  readonly dzdy: number;
  /** dz/dy times dy/dx. */
  readonly product: number;
  /** The gradient of the composition as the engine's backward pass gives it. */
  readonly dzdx: number;
}

/** What becomes of the interval from x to x + dx: its ends, its lengths. */
export interface Stretch {
  /** f and g∘f at x + dx. */
  readonly nextY: number;
  readonly nextZ: number;
  readonly dy: number;
  readonly dz: number;
  /** Δy/Δx, Δz/Δy and Δz/Δx: the factors by which the lengths change. */
  readonly byF: number;
  readonly byG: number;
  readonly whole: number;
}

export interface Composition {
  at(x: number): Link;
  /** y and z at many x in one batched call. */
  along(x: readonly number[]): { readonly y: readonly number[]; readonly z: readonly number[] };
  /** g alone at many y. */
  outer(y: readonly number[]): readonly number[];
  /** An infinitesimal nudge pushed forward: dy = f′(x) dx and dz = g′(y) dy. */
  push(x: number, dx: number): { readonly dy: number; readonly dz: number };
  stretch(x: number, dx: number): Stretch;
}

const kept = 24;
const known = perEngine((_engine) => new Map<string, Composition>());

/** The composition on an engine, compiled once; a text that is no formula throws, so check it before. */
export function compositionOn(engine: Engine, { f, g }: Texts): Composition {
  const made = known(engine);
  const key = `${f}\n${g}`;
  const found = made.get(key);
  if (found) return found;
  if (made.size >= kept) made.clear();
  const fresh = composition(engine, partOf(engine, f, 'x'), partOf(engine, g, 'y'));
  made.set(key, fresh);
  return fresh;
}

function partOf(engine: Engine, text: string, variable: 'x' | 'y'): Part {
  const read = readFormula(text, [variable]);
  if (!isFormula(read)) throw new Error(`expected a formula in ${variable}, got '${text}': ${read.fault.en}`);
  return (value) => read.apply(engine, { [variable]: value });
}

type Part = (value: Operand) => Operand;

function composition(engine: Engine, f: Part, g: Part): Composition {
  const { add, sub, mul, div, grad, valueAndGrad, jvp, vmap, compile } = engine;
  const h: Part = (x) => g(f(x));
  const slopes = compile((x: number) => {
    const [y, dydx] = valueAndGrad(f)(x);
    const [z, dzdy] = valueAndGrad(g)(y);
    return { y, z, dydx, dzdy, product: mul(dzdy, dydx), dzdx: grad(h)(x) };
  });
  const along = compile(vmap((x: Operand) => ({ y: f(x), z: h(x) })));
  const outer = compile(vmap(g));
  const push = compile((x: number, dx: number) => {
    const [y, dy] = jvp(f)([x], [dx]);
    return { dy, dz: jvp(g)([y], [dy])[1] };
  });
  const stretch = compile((x: number, dx: number) => {
    const [y, z] = [f(x), h(x)];
    const [nextY, nextZ] = [f(add(x, dx)), h(add(x, dx))];
    const [dy, dz] = [sub(nextY, y), sub(nextZ, z)];
    return { nextY, nextZ, dy, dz, byF: div(dy, dx), byG: div(dz, dy), whole: div(dz, dx) };
  });
  return {
    at(x) {
      const { y, z, dydx, dzdy, product, dzdx } = numbers(slopes(x));
      // Where a value is not a number the function has no slope either, whatever its derivative's formula gives.
      const [insideF, insideG] = [!Number.isNaN(y), !Number.isNaN(z)];
      return {
        x,
        y,
        z,
        dydx: insideF ? dydx : Number.NaN,
        dzdy: insideG ? dzdy : Number.NaN,
        product: insideG ? product : Number.NaN,
        dzdx: insideG ? dzdx : Number.NaN,
      };
    },
    along(x) {
      const { y, z } = along(Float64Array.from(x));
      return { y: flat(y), z: flat(z) };
    },
    outer: (y) => flat(outer(Float64Array.from(y))),
    push: (x, dx) => numbers(push(x, dx)),
    stretch: (x, dx) => numbers(stretch(x, dx)),
  };
}

/** Every entry of a record as a plain number. */
function numbers<K extends string>(record: Readonly<Record<K, unknown>>): Record<K, number> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, single(value)])) as Record<K, number>;
}

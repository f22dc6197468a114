// Each workload's call on jax-js. A function uses up the arrays it is given; `.ref` keeps one.

import { grad, hessian, jit, jvp, nn, numpy as np, valueAndGrad, vmap } from '@jax-js/jax';
import type { GradientCall } from '../../kinds/gradient.ts';
import type { DType, List, TypedNumbers } from '../../workload.ts';
import type { Recipe } from '../../workloads/compile.ts';
import type { Prepares } from '../runner.ts';
import { blocksOf } from './ba.ts';
import { gmm } from './gmm.ts';
import { place, resident } from './place.ts';
import { trainingCall } from './training.ts';

/** The call of a gradient by one array, jitted. */
function byOne(f: (x: np.Array) => np.Array, dtype: DType = 'f64'): GradientCall {
  const run = jit(grad(f));
  return ([x]) => [(run(place(x as TypedNumbers, dtype)) as np.Array).dataSync() as TypedNumbers];
}

/** Σ recipe(xᵢ). */
const sumOfRecipe =
  (recipe: Recipe) =>
  (x: np.Array): np.Array => {
    const end = recipe.reduce((v, operation) => {
      if (operation === 'sin') return np.sin(v);
      if (operation === 'tanh') return np.tanh(v);
      return operation === 'mul' ? v.mul(x.ref) : v.add(x.ref);
    }, x.ref);
    x.dispose();
    return np.sum(end);
  };

export const prepares: Prepares = {
  lsq: (data, dtype) => {
    const [x, y] = [place(data.x, dtype), place(data.y, dtype)];
    const loss = (a: np.Array, b: np.Array, x: np.Array, y: np.Array): np.Array =>
      np.sum(np.square(y.sub(a.mul(x).add(b))));
    const run = jit(valueAndGrad(loss, { argnums: [0, 1] }));
    return (a, b) => {
      const [value, [byA, byB]] = run(a, b, x.ref, y.ref) as unknown as [np.Array, [np.Array, np.Array]];
      return [value.js() as number, byA.js() as number, byB.js() as number];
    };
  },
  rosenbrock: (data, dtype) => {
    const [x, y] = [place(data.x, dtype), place(data.y, dtype)];
    const f = ({ x, y }: { x: np.Array; y: np.Array }): np.Array =>
      np.square(np.subtract(1, x.ref)).add(np.square(y.sub(np.square(x))).mul(100));
    const run = jit(vmap(grad(f) as unknown as (point: { x: np.Array; y: np.Array }) => { x: np.Array; y: np.Array }));
    return resident(() => {
      const by = run({ x: x.ref, y: y.ref });
      return [by.x, by.y];
    });
  },
  logistic: ({ rows, columns, features, labels }, dtype) => {
    const [x, y] = [place(features, dtype, [rows, columns]), place(labels, dtype)];
    const loss = (weights: np.Array, x: np.Array, y: np.Array): np.Array => {
      const logits = np.dot(x, weights);
      return np.mean(nn.softplus(logits.ref).sub(y.mul(logits)));
    };
    const run = jit(grad(loss));
    return ([weights]) => [
      (run(place(weights as TypedNumbers, dtype), x.ref, y.ref) as np.Array).dataSync() as TypedNumbers,
    ];
  },
  'mlp-small': trainingCall,
  'mlp-mnist': trainingCall,
  lse: () => byOne((x) => nn.logsumexp(x)),
  llsq: ({ x, n }) => {
    const powers = new Float64Array(n * x.length);
    const goal = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const t = -1 + (2 * i) / (n - 1);
      goal[i] = Math.sign(t);
      for (let j = 0; j < x.length; j++) powers[i * x.length + j] = t ** j;
    }
    const [t, sign] = [place(powers, 'f64', [n, x.length]), place(goal, 'f64')];
    const loss = (x: np.Array, t: np.Array, sign: np.Array): np.Array =>
      np.sum(np.square(sign.sub(np.dot(t, x)))).mul(0.5);
    const run = jit(grad(loss));
    return ([x]) => [(run(place(x as TypedNumbers, 'f64'), t.ref, sign.ref) as np.Array).dataSync() as TypedNumbers];
  },
  gmm,
  kmeans: ({ points, centroids }) => {
    const [k, d] = [centroids.length, centroids[0]?.length ?? 0];
    const placed = place(Float64Array.from(points.flat()), 'f64', [points.length, 1, d]);
    const costOf =
      (points: np.Array) =>
      (centroids: np.Array): np.Array =>
        np.sum(np.min(np.sum(np.square(points.sub(centroids)), 2), 1));
    const step = (centroids: np.Array, points: np.Array): np.Array => {
      // Traced once: the arrays that a closure uses are used up by it.
      const slope = (c: np.Array): np.Array => grad(costOf(points.ref))(c) as np.Array;
      const [by, curvature] = jvp(slope, [centroids.ref], [np.onesLike(centroids)]) as unknown as [np.Array, np.Array];
      points.dispose();
      return by.div(curvature);
    };
    const run = jit(step);
    return ([flat]) => [
      (run(place(flat as TypedNumbers, 'f64', [k, d]), placed.ref) as np.Array).dataSync() as TypedNumbers,
    ];
  },
  ba: ({ count, cameras, points, weights, features }) => {
    const observations = [
      place(cameras, 'f64', [count, 11]),
      place(points, 'f64', [count, 3]),
      place(weights, 'f64', [count, 1]),
      place(features, 'f64', [count, 2]),
    ] as const;
    const run = jit(blocksOf);
    return resident(() => {
      const [cameras, points, weights, features] = observations;
      return [run(cameras.ref, points.ref, weights.ref, features.ref)];
    });
  },
  compile: (_question, dtype) => {
    const shaped = new Map<string, (x: np.Array) => unknown>();
    const read = (result: unknown): List => (result as np.Array).dataSync() as TypedNumbers;
    return {
      first: (recipe, x) => {
        const [value, by] = jit(valueAndGrad(sumOfRecipe(recipe)))(place(x, dtype)) as [np.Array, np.Array];
        value.dispose();
        return read(by);
      },
      reshaped: (recipe, x, shape) => {
        const name = recipe.join();
        const run = shaped.get(name) ?? jit(grad(sumOfRecipe(recipe)));
        shaped.set(name, run as (x: np.Array) => unknown);
        return read(run(place(x, dtype, shape)));
      },
    };
  },
  hessian: ({ rows, columns, features }, dtype) => {
    const x = place(features, dtype, [rows, columns]);
    const second = (weights: np.Array, x: np.Array): np.Array => {
      const f = (w: np.Array): np.Array => np.sum(nn.softplus(np.dot(x.ref, w)));
      const matrix = hessian(f)(weights) as np.Array;
      x.dispose();
      return matrix;
    };
    const run = jit(second);
    return ([weights]) => [(run(place(weights as TypedNumbers, dtype), x.ref) as np.Array).dataSync() as TypedNumbers];
  },
  elementary: ({ of, x }, dtype) => {
    const placed = place(x, dtype);
    const run = jit((x: np.Array): np.Array => np[of](x));
    return resident(() => [run(placed.ref) as np.Array]);
  },
  descents: ({ x, y, start, steps, rates }, dtype) => {
    const placed = place(rates, dtype);
    const loss = (a: np.Array, b: np.Array): np.Array => {
      const terms = x.map((at, i) => np.square(np.subtract(y[i] as number, a.ref.mul(at).add(b.ref))));
      a.dispose();
      b.dispose();
      return terms.reduce((sum, term) => sum.add(term));
    };
    const descend = (rate: np.Array): np.Array => {
      let a = rate.ref.mul(0).add(start[0]);
      let b = rate.ref.mul(0).add(start[1]);
      for (let step = 0; step < steps; step++) {
        const [byA, byB] = grad(loss, { argnums: [0, 1] })(a.ref, b.ref) as unknown as [np.Array, np.Array];
        a = a.sub(rate.ref.mul(byA));
        b = b.sub(rate.ref.mul(byB));
      }
      rate.dispose();
      return loss(a, b);
    };
    const run = jit(vmap(descend));
    return resident(() => [run(placed.ref) as np.Array]);
  },
};

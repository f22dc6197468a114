// GradBench's objectives (https://gradben.ch), one middle size each; all sizes are run by its own drivers.

import type { BaInput, DetInput, GmmInput, KmeansInput, LlsqInput, LseInput, LstmInput } from '../gradbench/inputs.ts';
import { type GradientWorkload, gradientWorkload } from '../kinds/gradient.ts';
import { type ResidentWorkload, residentWorkload } from '../kinds/resident.ts';
import { rightReprojection } from '../reference/objectives/ba.ts';
import { rightDet } from '../reference/objectives/det.ts';
import { rightGmm } from '../reference/objectives/gmm.ts';
import { rightKmeans } from '../reference/objectives/kmeans.ts';
import { rightLlsq } from '../reference/objectives/llsq.ts';
import { rightLse } from '../reference/objectives/lse.ts';
import { rightLstm } from '../reference/objectives/lstm.ts';
import { type Numbers, seeded } from '../seeded.ts';
import type { List } from '../workload.ts';

const shared = { dtypes: ['f64'], tolerance: { f64: 1e-12, f32: 1e-4 } } as const;

/** Numbers as rows of some width. */
function rows(numbers: List, width: number): number[][] {
  const flat = Array.from(numbers);
  return Array.from({ length: width === 0 ? 0 : flat.length / width }, (_, i) =>
    flat.slice(i * width, (i + 1) * width),
  );
}

const flat = (matrix: readonly (readonly number[])[]): Numbers => Float64Array.from(matrix.flat());

export const lse: GradientWorkload<number, LseInput> = gradientWorkload({
  ...shared,
  name: 'lse',
  computes: 'gradient of log Σ exp xᵢ; x is given and the gradient read back at each call',
  sizes: { '100': 100, '100,000': 100_000 },
  quick: ['100'],
  full: ['100,000'],
  data: (size) => ({ x: Array.from(seeded(11).uniform(size, -4, 4)) }),
  start: ({ x }) => [Float64Array.from(x)],
  right: (_, [x]) => rightLse(x as Numbers).gradient,
});

export const llsq: GradientWorkload<readonly [n: number, m: number], LlsqInput> = gradientWorkload({
  ...shared,
  name: 'llsq',
  computes: 'gradient of ½ Σᵢ (sign tᵢ − Σⱼ xⱼ tᵢʲ)²; x is given and the gradient read back',
  sizes: { 'n = 16, m = 8': [16, 8], 'n = 4,096, m = 128': [4096, 128] },
  quick: ['n = 16, m = 8'],
  full: ['n = 4,096, m = 128'],
  data: ([n, m]) => ({ n, x: Array.from(seeded(12).uniform(m)) }),
  start: ({ x }) => [Float64Array.from(x)],
  right: ({ n }, [x]) => rightLlsq(x as Numbers, n).gradient,
});

export const det: GradientWorkload<number, DetInput> = gradientWorkload({
  ...shared,
  name: 'det',
  computes: 'gradient of a determinant by expansion; the matrix is given and the gradient read back',
  sizes: { '4 × 4': 4, '8 × 8': 8 },
  quick: ['4 × 4'],
  full: ['8 × 8'],
  data: (ell) => ({ ell, A: Array.from(seeded(13).uniform(ell * ell)) }),
  start: ({ A }) => [Float64Array.from(A)],
  right: ({ ell }, [matrix]) => rightDet(matrix as Numbers, ell).gradient,
});

export const kmeans: GradientWorkload<readonly [k: number, n: number, d: number], KmeansInput> = gradientWorkload({
  ...shared,
  name: 'kmeans',
  computes: 'gradient over diagonal Hessian of Σᵢ minⱼ ‖cⱼ − pᵢ‖²; c is given and the step read back, p in place',
  sizes: { 'k = 3, n = 30, d = 2': [3, 30, 2], 'k = 10, n = 10,000, d = 8': [10, 10_000, 8] },
  quick: ['k = 3, n = 30, d = 2'],
  full: ['k = 10, n = 10,000, d = 8'],
  data: ([k, n, d]) => {
    const points = rows(seeded(14).uniform(n * d), d);
    // Some of the points: each centre has one that is nearest to it.
    return { points, centroids: points.slice(0, k) };
  },
  start: ({ centroids }) => [flat(centroids)],
  right: ({ points, centroids }, [at]) => [
    rightKmeans({ points, centroids: rows(at as Numbers, centroids[0]?.length ?? 1) }).step,
  ],
});

export const gmm: GradientWorkload<readonly [d: number, k: number, n: number], GmmInput> = gradientWorkload({
  ...shared,
  name: 'gmm',
  computes: 'gradient of a Gaussian mixture’s log-likelihood by α, μ, q, l, which are given; read back, x in place',
  sizes: { 'd = 2, k = 3, n = 20': [2, 3, 20], 'd = 10, k = 25, n = 1,000': [10, 25, 1000] },
  quick: ['d = 2, k = 3, n = 20'],
  full: ['d = 10, k = 25, n = 1,000'],
  data: ([d, k, n]) => {
    const random = seeded(15);
    const below = (d * (d - 1)) / 2;
    return {
      d,
      k,
      n,
      m: 0,
      gamma: 1,
      x: rows(random.normal(n * d), d),
      alpha: Array.from(random.normal(k)),
      mu: rows(random.uniform(k * d), d),
      q: rows(random.normal(k * d, 0.5), d),
      l: rows(random.normal(k * below), below),
    };
  },
  start: ({ alpha, mu, q, l }) => [Float64Array.from(alpha), flat(mu), flat(q), flat(l)],
  right: (input, [alpha, mu, q, l]) => {
    const { d } = input;
    const below = (d * (d - 1)) / 2;
    return rightGmm({
      ...input,
      alpha: Array.from(alpha as Numbers),
      mu: rows(mu as Numbers, d),
      q: rows(q as Numbers, d),
      l: rows(l as Numbers, below),
    }).gradient;
  },
});

export const lstm: GradientWorkload<readonly [layers: number, characters: number], LstmInput> = gradientWorkload({
  ...shared,
  name: 'lstm',
  computes: 'gradient of a recurrent network’s loss by its parameters, which are given; read back, the text in place',
  sizes: { '1 layer, 8 characters': [1, 8], '2 layers, 1,024 characters': [2, 1024] },
  quick: ['1 layer, 8 characters'],
  full: ['2 layers, 1,024 characters'],
  data: ([layers, characters]) => {
    const width = 14;
    const random = seeded(16);
    const text = random.uniform(characters, 0, width).map(Math.floor);
    return {
      main_params: rows(random.uniform(layers * 8 * width), 4 * width),
      extra_params: rows(random.uniform(3 * width), width),
      state: rows(random.uniform(layers * 2 * width), width),
      sequence: Array.from(text, (letter) => Array.from({ length: width }, (_, j) => (j === letter ? 1 : 0))),
    };
  },
  start: ({ main_params, extra_params }) => [flat(main_params), flat(extra_params)],
  right: (input, [main, extra]) => {
    const width = input.sequence[0]?.length ?? 1;
    return rightLstm({
      ...input,
      main_params: rows(main as Numbers, 4 * width),
      extra_params: rows(extra as Numbers, width),
    }).gradient;
  },
});

/** Observations, each of its own camera, point, weight and feature. */
export interface Observations {
  readonly count: number;
  /** [count, 11], [count, 3], [count], [count, 2] in row-major order. */
  readonly cameras: Numbers;
  readonly points: Numbers;
  readonly weights: Numbers;
  readonly features: Numbers;
}

export const ba: ResidentWorkload<number, Observations> = residentWorkload({
  ...shared,
  name: 'ba',
  computes: 'Jacobian of each observation’s reprojection error by camera, point and weight; blocks stay in place',
  sizes: { '50 observations': 50, '10,000 observations': 10_000 },
  quick: ['50 observations'],
  full: ['10,000 observations'],
  data: (count) => {
    const random = seeded(17);
    const one: BaInput['cam'] = [0.1, -0.2, 0.05, 0.3, 0.1, -5, 800, 10, -20, -0.05, 0.01];
    return {
      count,
      cameras: random.uniform(11 * count, 0.9, 1.1).map((share, i) => Math.fround(share * (one[i % 11] as number))),
      points: random.normal(3 * count, 0.5),
      weights: random.uniform(count, 0.5, 1),
      features: random.normal(2 * count, 100),
    };
  },
  expected: ({ count, cameras, points, weights, features }) => {
    const blocks = new Float64Array(30 * count);
    for (let i = 0; i < count; i++) {
      const part = (numbers: Numbers, width: number): Numbers => numbers.subarray(i * width, (i + 1) * width);
      const { block } = rightReprojection(part(cameras, 11), part(points, 3), weights[i] as number, part(features, 2));
      blocks.set(block.flat(), 30 * i);
    }
    return [blocks];
  },
});

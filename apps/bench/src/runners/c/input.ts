// What the C program reads: each workload's data, in the order in which `c/` asks for it.

import type { Numbers } from '../../seeded.ts';
import { deepChain } from '../../workloads/deep-chain.ts';
import { kmeans, llsq, lse } from '../../workloads/gradbench.ts';
import { hessian } from '../../workloads/hessian.ts';
import type { WorkloadName, Workloads } from '../../workloads/index.ts';
import { logistic } from '../../workloads/logistic.ts';
import { mlpSmall, type Task } from '../../workloads/mlp.ts';
import { scan } from '../../workloads/scan.ts';

/** A whole number, or an array of numbers with its length before it. */
type Part = number | Numbers;

export interface Input {
  /** The program's name for what it computes. */
  readonly name: string;
  readonly parts: readonly Part[];
}

type Data<W extends WorkloadName> = ReturnType<Workloads[W]['data']>;

const point = (arrays: readonly Numbers[]): Part[] => [arrays.length, ...arrays];

const training = (task: Task): Part[] => [
  task.layers.length,
  ...task.layers,
  task.samples,
  task.kind === 'classes' ? 1 : 0,
  Float64Array.of(task.rate),
  task.inputs,
  task.targets,
  ...mlpSmall.start(task),
];

const inputs = {
  lsq: ({ x, y }: Data<'lsq'>) => [x, y],
  rosenbrock: ({ x, y }: Data<'rosenbrock'>) => [x, y],
  logistic: (data: Data<'logistic'>) => [data.features, data.labels, ...point(logistic.start(data))],
  'mlp-small': training,
  'mlp-mnist': training,
  lse: (data: Data<'lse'>) => point(lse.start(data)),
  llsq: (data: Data<'llsq'>) => [data.n, ...point(llsq.start(data))],
  kmeans: (data: Data<'kmeans'>) => [
    data.points[0]?.length ?? 0,
    Float64Array.from(data.points.flat()),
    ...point(kmeans.start(data)),
  ],
  'deep-chain': (data: Data<'deep-chain'>) => [data.rounds, ...point(deepChain.start(data))],
  hessian: (data: Data<'hessian'>) => [data.rows, data.features, ...point(hessian.start(data))],
  scan: (data: Data<'scan'>) => [data.steps, Float64Array.of(data.step, data.friction), ...point(scan.start(data))],
  elementary: ({ x }: Data<'elementary'>) => [x],
  descents: ({ steps, start, x, y, rates }: Data<'descents'>) => [
    steps,
    ...[start, x, y].map((numbers) => Float64Array.from(numbers)),
    rates,
  ],
} as const satisfies { readonly [W in WorkloadName]?: (data: Data<W>) => Part[] };

export const writtenInC: readonly WorkloadName[] = Object.keys(inputs) as WorkloadName[];

export function inputOf(workload: WorkloadName, data: unknown): Input {
  const partsOf = (inputs as { readonly [W in WorkloadName]?: (data: never) => Part[] })[workload];
  if (partsOf === undefined) throw new Error(`${workload} is not written in C`);
  const name = workload === 'elementary' ? `elementary ${(data as Data<'elementary'>).of}` : workload;
  return { name, parts: partsOf(data as never) };
}

/** The bytes of the parts: whole numbers as 64-bit integers, the rest as f64. */
export function* bytesOf(parts: readonly Part[]): Generator<Uint8Array> {
  const whole = (value: number): Uint8Array => new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
  for (const part of parts) {
    if (typeof part === 'number') yield whole(part);
    else {
      yield whole(part.length);
      yield new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    }
  }
}

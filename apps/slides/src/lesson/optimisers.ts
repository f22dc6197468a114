// One step of an optimiser, plain or with a memory: the engine's own sgd and adam. A memory is plain numbers, so that a
// descent can be taken up again from any of its steps.

import type { Engine } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import type { Line } from './points.ts';
import { single } from './read.ts';

export const optimiserNames = ['plain', 'momentum', 'adam'] as const;

export type OptimiserName = (typeof optimiserNames)[number];

/** How much of the last step momentum keeps. */
export const kept = 0.8;

/** What an optimiser remembers of the steps before; nothing before the first. */
export type Memory = Readonly<Record<string, unknown>>;

export interface Update {
  readonly line: Line;
  readonly memory: Memory;
}

export type Optimise = (
  name: OptimiserName,
  line: Line,
  gradient: Line,
  rate: number,
  memory: Memory | undefined,
) => Update;

/** Steps of the optimisers on an engine. */
export const optimiseOn: (engine: Engine) => Optimise = perEngine(({ sgd, adam, compile }) => {
  // The learning rate is an argument of the compiled step, not a constant in it: a slider moves it.
  const rules = {
    plain: (rate: number) => sgd({ learningRate: rate }),
    momentum: (rate: number) => sgd({ learningRate: rate, momentum: kept }),
    adam: (rate: number) => adam({ learningRate: rate }),
  } as const;
  const stepOf = (name: OptimiserName) =>
    compile((line: Line, gradient: Line, rate: number, memory: Memory) => {
      const [next, state] = rules[name](rate).update(line, gradient, memory as never);
      return { line: next, memory: state as Memory };
    });
  const steps = { plain: stepOf('plain'), momentum: stepOf('momentum'), adam: stepOf('adam') };
  return (name, line, gradient, rate, memory) => {
    const result = steps[name](line, gradient, rate, memory ?? (rules[name](rate).init(line) as Memory));
    return {
      line: { a: single(result.line.a), b: single(result.line.b) },
      memory: plain(result.memory) as Memory,
    };
  };
});

/** The same tree with plain numbers. */
function plain(tree: unknown): unknown {
  if (typeof tree === 'object' && tree !== null && !('toArray' in tree))
    return Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, plain(part)]));
  return single(tree);
}

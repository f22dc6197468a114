// Short programs written as text, `b = a + a; c = b + b`: read line by line, each formula checked as a typed one is.

import type { Engine, Operand } from '../store/engine.ts';
import { isFormula, readFormula, type TypedFormula } from '../typed/typed-formula.ts';
import { type Graph, type Inputs, ledgerGraph, type Variables } from './ledger.ts';

interface Line {
  readonly name: string;
  readonly formula: TypedFormula;
}

function readLines(text: string, inputs: readonly string[]): readonly Line[] {
  const known = [...inputs];
  return text.split(';').map((line) => {
    const [, name, source] = /^\s*([A-Za-z]\w*)\s*=(.*)$/s.exec(line) ?? [];
    if (!name || !source) throw new TypeError(`expected lines such as b = a + a, got ${line.trim()}`);
    const formula = readFormula(source, known);
    if (!isFormula(formula)) throw new TypeError(formula.fault.en);
    known.push(name);
    return { name, formula };
  });
}

/** The graph of a program on an engine; its last line is the result. */
export function programGraph(engine: Engine, text: string, inputs: Inputs): Graph {
  const lines = readLines(text, Object.keys(inputs));
  const run = (variables: Variables): Operand => {
    const values: Record<string, Operand> = { ...variables };
    let result: Operand = 0;
    for (const { name, formula } of lines) {
      result = engine.named(name, formula.apply(engine, values));
      values[name] = result;
    }
    return result;
  };
  return ledgerGraph(engine, run, inputs);
}

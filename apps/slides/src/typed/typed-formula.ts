// Formulas that the presenter types: `x^2 + x*y`. A text is parsed (mathjs' parser), checked against a short list of
// what may stand in it, and traced with the engine's own functions. It is never evaluated as code.

import { type ConstantNode, create, type MathNode, parseDependencies } from 'mathjs';
import type { Bilingual } from '../language/language.ts';
import type { Engine, Operand } from '../store/engine.ts';

const { parse } = create({ ...parseDependencies });

/** Longer formulas fit neither a slide nor a lecture. */
const longest = 120;

type Unary = (engine: Engine, x: Operand) => Operand;
type Binary = (engine: Engine, x: Operand, y: Operand) => Operand;

const functions: Readonly<Record<string, Unary>> = {
  exp: ({ exp }, x) => exp(x),
  log: ({ log }, x) => log(x),
  ln: ({ log }, x) => log(x),
  sqrt: ({ sqrt }, x) => sqrt(x),
  sin: ({ sin }, x) => sin(x),
  cos: ({ cos }, x) => cos(x),
  tan: ({ tan }, x) => tan(x),
  sinh: ({ sinh }, x) => sinh(x),
  cosh: ({ cosh }, x) => cosh(x),
  tanh: ({ tanh }, x) => tanh(x),
  atan: ({ atan }, x) => atan(x),
  abs: ({ abs }, x) => abs(x),
  square: ({ square }, x) => square(x),
  sigmoid: ({ sigmoid }, x) => sigmoid(x),
  softplus: ({ softplus }, x) => softplus(x),
  relu: ({ relu }, x) => relu(x),
};

const unaryOperators: Readonly<Record<string, Unary>> = {
  unaryMinus: ({ neg }, x) => neg(x),
  unaryPlus: (_, x) => x,
};

const binaryOperators: Readonly<Record<string, Binary>> = {
  add: ({ add }, x, y) => add(x, y),
  subtract: ({ sub }, x, y) => sub(x, y),
  multiply: ({ mul }, x, y) => mul(x, y),
  divide: ({ div }, x, y) => div(x, y),
  pow: ({ pow }, x, y) => pow(x, y),
};

const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Own names alone: `constructor` and the like are no functions of ours. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A part of a formula, ready to be traced. */
type Traced = (engine: Engine, variables: Readonly<Record<string, Operand>>) => Operand;

export interface TypedFormula {
  readonly text: string;
  /** In KaTeX's notation. */
  readonly tex: string;
  /** The formula on values of its variables: numbers, arrays, or values being traced. */
  readonly apply: Traced;
}

export interface FormulaFault {
  /** What is wrong and what to write instead. */
  readonly fault: Bilingual;
}

class Refusal extends Error {
  readonly fault: Bilingual;

  constructor(fault: Bilingual) {
    super(fault.en);
    this.fault = fault;
  }
}

function unknownName(name: string, variables: readonly string[]): Refusal {
  const product = [...name].every((letter) => variables.includes(letter)) ? [...name].join('*') : undefined;
  const known = variables.join(', ');
  return new Refusal(
    product
      ? { ko: `${name} 대신 ${product}라고 쓴다.`, en: `For ${name} write ${product}.` }
      : {
          ko: `${name}: 모르는 이름이다. 변수는 ${known}, 함수는 ${Object.keys(functions).slice(0, 5).join(', ')} 등을 쓸 수 있다.`,
          en: `${name} is not known. Variables: ${known}; functions: ${Object.keys(functions).slice(0, 5).join(', ')} and others.`,
        },
  );
}

function numberOf({ value }: ConstantNode): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Refusal({ ko: `${String(value)}: 수가 와야 할 자리이다.`, en: `${String(value)}: a number belongs here.` });
}

function trace(node: MathNode, variables: readonly string[]): Traced {
  const part = (child: MathNode | undefined): Traced => {
    if (child) return trace(child, variables);
    throw new Refusal({ ko: '식이 끝나지 않았다.', en: 'The formula is not finished.' });
  };
  const asAny = node as MathNode & {
    name?: string;
    fn?: { name?: string } | string;
    args?: MathNode[];
    content?: MathNode;
  };
  switch (node.type) {
    case 'ConstantNode': {
      const value = numberOf(node as ConstantNode);
      return () => value;
    }
    case 'SymbolNode': {
      const name = asAny.name ?? '';
      if (variables.includes(name)) return (_, values) => values[name] ?? Number.NaN;
      const value = own(constants, name);
      if (value === undefined) throw unknownName(name, variables);
      return () => value;
    }
    case 'ParenthesisNode':
      return part(asAny.content);
    case 'OperatorNode': {
      const name = String(asAny.fn);
      const [left, right] = asAny.args ?? [];
      const unary = own(unaryOperators, name);
      if (unary && !right) {
        const operand = part(left);
        return (engine, values) => unary(engine, operand(engine, values));
      }
      const binary = own(binaryOperators, name);
      if (!binary) break;
      const [one, other] = [part(left), part(right)];
      return (engine, values) => binary(engine, one(engine, values), other(engine, values));
    }
    case 'FunctionNode': {
      const name = typeof asAny.fn === 'object' ? (asAny.fn.name ?? '') : '';
      const unary = own(functions, name);
      if (!unary) throw unknownName(name, variables);
      if (asAny.args?.length !== 1) {
        throw new Refusal({
          ko: `${name}에는 괄호 안에 값 하나를 쓴다: ${name}(x)`,
          en: `${name} takes one value: ${name}(x)`,
        });
      }
      const operand = part(asAny.args[0]);
      return (engine, values) => unary(engine, operand(engine, values));
    }
  }
  throw new Refusal({
    ko: `${node.toString()}: 여기에서는 쓸 수 없다. + − * / ^, 괄호, 함수만 쓴다.`,
    en: `${node.toString()} cannot stand here: write + − * / ^, parentheses and functions only.`,
  });
}

function read(text: string): MathNode {
  try {
    // A true minus sign, a dot for times, and superscript 2 and 3 are what people paste.
    return parse(
      text.replaceAll('−', '-').replaceAll('·', '*').replaceAll('×', '*').replaceAll('²', '^2').replaceAll('³', '^3'),
    );
  } catch (error) {
    const at = /char (\d+)/.exec(String(error))?.[1];
    throw new Refusal(
      at === undefined
        ? { ko: '식을 읽을 수 없다.', en: 'This is not a formula.' }
        : { ko: `식의 ${at}번째 글자에서 막혔다.`, en: `The formula cannot be read at character ${at}.` },
    );
  }
}

const known = new Map<string, TypedFormula | FormulaFault>();
const kept = 100;

/** Reads a formula of some variables: what it is, or a sentence about what is wrong with it. */
export function readFormula(text: string, variables: readonly string[]): TypedFormula | FormulaFault {
  const key = [...variables, text].join('\n');
  // A slide asks at every frame of a drag.
  const found = known.get(key) ?? readAnew(text, variables);
  if (known.size >= kept) known.clear();
  known.set(key, found);
  return found;
}

function readAnew(text: string, variables: readonly string[]): TypedFormula | FormulaFault {
  try {
    if (text.trim() === '') throw new Refusal({ ko: '식을 입력한다.', en: 'Type a formula.' });
    if (text.length > longest) {
      throw new Refusal({ ko: `식은 ${longest}자까지 쓸 수 있다.`, en: `A formula may have ${longest} characters.` });
    }
    const node = read(text);
    const apply = trace(node, variables);
    return { text, tex: node.toTex({ parenthesis: 'auto', implicit: 'hide' }), apply };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}

export function isFormula(read: TypedFormula | FormulaFault): read is TypedFormula {
  return 'apply' in read;
}

// A program: imports the package whose front door is named, takes the lecture's gradient directly and compiled, and
// prints which functions of which files that called, as JSON.

import { Session } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';
import type { Operand } from '../src/index.ts';

type Api = typeof import('../src/index.ts');
type Line = { a: Operand; b: Operand };
type Data = { x: Operand; y: Operand };

/** Numbers of this many points are computed by a kernel, and not one by one. */
const many = 1000;

function takeGradients({ add, compile, mul, square, sub, sum, valueAndGrad }: Api): void {
  const loss = ({ a, b }: Line, { x, y }: Data) => sum(square(sub(y, add(mul(a, x), b))));
  const line = { a: 2, b: 1 };
  const three = { x: [-2, 0, 1], y: [-1, 1, 2] };
  const numbers = Float64Array.from({ length: many }, (_, i) => i);
  valueAndGrad(loss)(line, three);
  compile(valueAndGrad(loss))(line, three);
  compile(valueAndGrad(loss))(line, { x: numbers, y: numbers });
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const api = (await import(pathToFileURL(process.argv[2] ?? '').href)) as Api;
// What importing calls is compiled by then; each report starts the counts anew.
await session.post('Profiler.takePreciseCoverage');
takeGradients(api);
const { result } = await session.post('Profiler.takePreciseCoverage');
const called = result.map(({ url, functions }) => [
  url,
  functions
    .flatMap(({ ranges }) => ranges.slice(0, 1))
    .flatMap((r) => (r.count > 0 ? [[r.startOffset, r.endOffset]] : [])),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(called)));

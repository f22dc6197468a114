import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, consumer, versions } from './consumer.ts';

const javascript = (specifier: string): string => `
  import { add, mul, sub, square, sum, valueAndGrad } from '${specifier}';

  const loss = ({ a, b }, { x, y }) => sum(square(sub(y, add(mul(a, x), b))));
  const data = { x: [-2, 0, 1], y: [-1, 1, 2] };

  const [value, gradient] = valueAndGrad(loss)({ a: 2, b: 1 }, data);
  console.log(JSON.stringify([value, gradient]));

  const step = { a: 2 - 0.1 * gradient.a, b: 1 - 0.1 * gradient.b };
  console.log(valueAndGrad(loss)(step, data)[0]);
  console.log(process.versions.node.split('.')[0]);
`;

const typescript = (specifier: string): string => `
  import { add, mul, type Operand, sub, square, sum, valueAndGrad } from '${specifier}';

  type Line = { a: Operand; b: Operand };
  type Data = { x: Operand; y: Operand };
  const loss = ({ a, b }: Line, { x, y }: Data) => sum(square(sub(y, add(mul(a, x), b))));

  const [value, gradient] = valueAndGrad(loss)({ a: 2, b: 1 }, { x: [-2, 0, 1], y: [-1, 1, 2] });
  const loses: number = value;
  const slope: { a: number; b: number } = gradient;
  console.log(loses, slope.a, slope.b);
`;

/** Runs the whole conformance suite and prints what failed, then how many cases there were. */
const conformance = (specifier: string): string => `
  import * as api from '${specifier}';
  import { conformance } from '@chainrule/core/testing';

  for (const { name, run } of conformance) {
    try {
      run(api);
    } catch (error) {
      console.log(name, error.message);
    }
  }
  console.log(conformance.length > 200);
`;

const specifiers: readonly string[] = ['@chainrule/core', '@chainrule/wasm'];

describe('a project outside the repository, with both packed packages installed', () => {
  let project: Consumer;

  beforeAll(async () => {
    project = await consumer();
    for (const [index, specifier] of specifiers.entries()) {
      await project.write(`javascript-${index}.js`, javascript(specifier));
      await project.write(`typescript-${index}.ts`, typescript(specifier));
      await project.write(`conformance-${index}.js`, conformance(specifier));
    }
    // The first run on a machine may download a version of Node.
  });

  afterAll(() => project.remove());

  for (const [index, specifier] of specifiers.entries()) {
    for (const version of versions) {
      test(`runs the lecture's example from JavaScript on Node ${version} with ${specifier}`, async () => {
        expect(await project.node(version, `javascript-${index}.js`)).toEqual([
          '[5,{"a":10,"b":-2}]',
          '0.12000000000000002',
          String(version),
        ]);
      });
    }
  }

  test.each([...specifiers.entries()])(
    '%i: %s agrees with the reference on Node 20 too, bit for bit',
    async (index) => {
      expect(await project.node(20, `conformance-${index}.js`)).toEqual(['true']);
    },
  );

  for (const resolution of ['nodenext', 'bundler'] as const) {
    test(`compiles the lecture's example as strict TypeScript (${resolution}) and runs it`, async () => {
      await project.compile(resolution);
      for (const index of specifiers.keys()) {
        expect(await project.node(20, `typescript-${index}.js`)).toEqual(['5 10 -2']);
      }
    });
  }
});

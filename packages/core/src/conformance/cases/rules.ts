// Functions with a gradient of the user's own.

import { add } from '../../primitives/add.ts';
import { exp } from '../../primitives/exp.ts';
import { mul } from '../../primitives/mul.ts';
import { sin } from '../../primitives/sin.ts';
import { square } from '../../primitives/square.ts';
import { sum } from '../../primitives/sum.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Api, Case } from '../api.ts';
import { array, floats } from '../data.ts';
import { derivatives, everyWay, mapped } from '../exercise.ts';

type OneToOne = (x: Operand) => Operand;

/** exp with twice its gradient: another one than the engine would find. */
const doubled = (api: Api): OneToOne =>
  api.customGradient(exp as OneToOne, ((upstream: Operand, value: Operand) => [mul(mul(upstream, value), 2)]) as never);

/** Two arguments, one of which the rule gives nothing, and two results. */
const pair = (api: Api) =>
  api.customGradient(
    ((x: Operand, y: Operand) => ({ s: mul(x, sin(y)), t: sum(y) })) as never,
    ((upstream: { s: Operand; t: Operand }, value: { s: Operand }, _x: Operand, y: Operand) => [
      add(mul(upstream.s, y), mul(value.s, upstream.t)),
      0,
    ]) as never,
  ) as unknown as (x: Operand, y: Operand) => { s: Operand; t: Operand };

export const ruleCases: readonly Case[] = [
  ...floats.map(
    (dtype): Case => ({
      name: `customGradient on ${dtype}: values, its rule in both modes, second derivatives, mapped`,
      covers: ['customGradient'],
      run: (api) => {
        for (const shape of [[], [3], [2, 3], [0]]) {
          derivatives(api, (x = 0) => doubled(api)(x), array(api, shape, dtype));
        }
        everyWay(api, (x = 0) => doubled(api)(x), array(api, [3], dtype));
        const one = (x: Operand = 0, y: Operand = 0): Operand => {
          const { s, t } = pair(api)(x, y);
          return add(s, t) as Operand;
        };
        derivatives(api, one, array(api, [3], dtype), array(api, [3], dtype, 4));
        mapped(api, one, array(api, [3], dtype), array(api, [3], dtype, 4));
        agrees(api, pair(api) as never, [array(api, [3], dtype), array(api, [3], dtype, 4)]);
      },
    }),
  ),
  {
    name: 'customGradient closes over traced values, inside scan, and around another one',
    covers: ['customGradient', 'scan'],
    run: (api) => {
      const scaled = (w: Operand): OneToOne =>
        api.customGradient(
          ((x: Operand) => mul(square(x), w)) as OneToOne,
          ((upstream: Operand, _value: Operand, x: Operand) => [mul(mul(upstream, x), w)]) as never,
        );
      const x = array(api, [3]);
      const w = api.tensor([0.7], { shape: [] });
      const f = (t: Operand = 0, v: Operand = 0): Operand => sum(mul(scaled(v)(sin(t) as Operand), t) as Operand);
      everyWay(api, f, x, w);
      const outer = api.customGradient(
        ((t: Operand) => doubled(api)(square(t) as Operand)) as OneToOne,
        ((upstream: Operand, value: Operand, t: Operand) => [mul(mul(upstream, doubled(api)(t)), value)]) as never,
      );
      everyWay(api, (t = 0) => outer(t), x);
      const looped = (start: Operand = 0, xs: Operand = 0): Operand =>
        (
          api.scan(
            ((h: Operand, t: Operand) => [mul(doubled(api)(mul(h, 0.1) as Operand), t), h]) as never,
            start as never,
            xs as never,
          ) as unknown as readonly Operand[]
        )[0] as Operand;
      everyWay(api, looped, w, x);
      agrees(
        api,
        api.grad((t: Operand) => doubled(api)(t)),
        [0.5],
      );
      agrees(api, doubled(api), [0.5]);
    },
  },
];

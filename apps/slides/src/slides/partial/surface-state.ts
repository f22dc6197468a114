// What the slides about partial derivatives remember: the function as a text, the point, the direction of view.

import type { TemplateResult } from 'lit';
import type { CutMove } from '../../components/function-surface.ts';
import type { View } from '../../components/surface/projection.ts';
import { type At, functionOn, lectureFormula } from '../../lesson/two-variables.ts';
import { format } from '../../numbers/format.ts';
import { texNumber } from '../../numbers/tex.ts';
import { type Holds, like } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { isFormula, readFormula } from '../../typed/typed-formula.ts';
import { numberField } from '../controls.ts';
import type { Given, Scene } from '../slide.ts';

export interface SurfaceState extends SlideState {
  /** The function, as typed. */
  readonly formula: string;
  readonly at: At;
  readonly view: View;
}

/** Both variables run over this interval. */
export const side = [-3, 3] as const;

export const surfaceStart: SurfaceState = {
  clock: 0,
  formula: lectureFormula,
  at: { x: 1, y: 2 },
  view: { turn: 20, tilt: 28 },
};

export const surfaceHolds: Holds<SurfaceState> = {
  formula: (value) => like('')(value) && isFormula(readFormula(String(value), ['x', 'y'])),
};

/** The function of the state, on the scene's engine. */
export const functionOf = ({ engine, state }: Given<SurfaceState>): ReturnType<typeof functionOn> =>
  functionOn(engine, state.formula);

/** As it stands in formulas. The lecture's own is written without a sign of multiplication. */
export function formulaTex({ engine, state }: Given<SurfaceState>): string {
  return state.formula === lectureFormula ? 'x^2 + xy' : functionOn(engine, state.formula).formula.tex;
}

/** A number within a formula. */
export const shown = (value: number): string => texNumber(format(value));

export const onView =
  ({ set }: Scene<SurfaceState>) =>
  ({ detail }: CustomEvent<View>): void =>
    set({ view: detail });

/** The point was dragged over the surface or along a curve. */
export const onAt =
  ({ set, state }: Scene<SurfaceState>) =>
  ({ detail }: CustomEvent<Partial<At>>): void =>
    set({ at: { ...state.at, ...detail } });

/** A plane was dragged: the point stays on it. */
export const onCut =
  ({ set, state }: Scene<SurfaceState>) =>
  ({ detail }: CustomEvent<CutMove>): void =>
    set({ at: { ...state.at, [detail.hold]: detail.at } });

/** The point, in numbers. */
export function pointFields({ state, set, say }: Scene<SurfaceState>): TemplateResult[] {
  return (['x', 'y'] as const).map((name) =>
    numberField(name, state.at[name], (value) => set({ at: { ...state.at, [name]: value } }), {
      title: say(`점의 ${name}`, `${name} of the point`),
      least: side[0],
      greatest: side[1],
    }),
  );
}

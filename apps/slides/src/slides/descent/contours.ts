// The contours of the loss with a path of lines on them: the picture that most slides about descent are built around.

import { html, type TemplateResult } from 'lit';
import '../../components/loss-contours.ts';
import type { Line, Points } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import type { Scene } from '../slide.ts';
import { fieldOf, type Ground } from './ground.ts';

interface Walked {
  readonly points: Points;
  readonly plane: Ground;
  /** Nothing is drawn of an empty one. */
  readonly path: readonly Line[];
  /** Where the arrow of the step begins; at the path's end unless given. */
  readonly from?: Line;
  /** The step that the arrow shows. */
  readonly step?: Line | undefined;
  /** Whether the whole plane shows where the loss falls. */
  readonly arrows?: boolean;
  readonly width?: number;
}

/** `moved` hears of a press in the plane. */
export function contours(
  { engine, language }: Pick<Scene, 'engine' | 'language'>,
  { points, plane, path, from, step, arrows = false, width = 560 }: Walked,
  moved: (event: CustomEvent<Line>) => void,
): TemplateResult {
  return html`<loss-contours lang=${language} .field=${fieldOf(regressionOn(engine), points, plane)} .grid=${plane.grid} .window=${plane.window}
    .path=${path} .from=${from} .step=${step} ?arrows=${arrows} width=${width} height="500" @linemove=${moved}></loss-contours>`;
}

// A path laid over the surface: between two of its points it follows the ground instead of cutting through it.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { HeightAt } from './heights.ts';
import { type Place, type Projection, pathOf } from './projection.ts';

const pieces = 12;

type Path = readonly { readonly x: number; readonly y: number }[];

function drape(path: Path, height: HeightAt, { box, place }: Projection): string[] {
  const found: Place[][] = [[]];
  path.slice(1).forEach((to, i) => {
    const from = path[i] ?? to;
    for (let step = i === 0 ? 0 : 1; step <= pieces; step += 1) {
      const [x, y] = [from.x + ((to.x - from.x) * step) / pieces, from.y + ((to.y - from.y) * step) / pieces];
      const z = height(x, y);
      const inside = x >= box.x[0] && x <= box.x[1] && y >= box.y[0] && y <= box.y[1] && z >= box.z[0] && z <= box.z[1];
      if (inside) found.at(-1)?.push(place(x, y, z));
      else if (found.at(-1)?.length) found.push([]);
    }
  });
  return found.filter((one) => one.length > 1).map((one) => pathOf(one));
}

/** The path with its points, the first one open. */
export function trail(path: Path, height: HeightAt, view: Projection): SVGTemplateResult {
  const [low, high] = view.box.z;
  const spot = ({ x, y }: Path[number], i: number): SVGTemplateResult | typeof nothing => {
    const z = height(x, y);
    const [cx, cy] = view.place(x, y, z);
    return z >= low && z <= high
      ? svg`<circle class=${i === 0 ? 'first' : 'visited'} cx=${cx} cy=${cy} r=${i === 0 ? 7 : 4.5}></circle>`
      : nothing;
  };
  return svg`<g class="walk">${drape(path, height, view).map((piece) => svg`<path class="trail" d=${piece}></path>`)}${path.map(spot)}</g>`;
}

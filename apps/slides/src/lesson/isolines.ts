// Lines of equal height over a grid of values, by marching squares. Lines, not the nested areas that a library makes for
// filling: they are drawn anew at every frame in which a data point is dragged.

/** Places in cells of the grid: columns and rows, fractions included. */
export interface Isoline {
  readonly places: readonly (readonly [column: number, row: number])[];
  /** Whether it comes back to its first place; else it runs from border to border. */
  readonly closed: boolean;
}

/** Where the level lies between two neighbours; beside the finite one where the other is not. */
function crossing(from: number, to: number, level: number): number {
  if (!Number.isFinite(from)) return 1;
  return Number.isFinite(to) ? (level - from) / (to - from) : 0;
}

/**
 * Where the values, row by row, pass the level: each line with what is at least as high on its left. Values that are not
 * numbers count as low.
 */
export function isolines(values: ArrayLike<number>, columns: number, rows: number, level: number): Isoline[] {
  const count = columns * rows;
  // An edge of the grid is named by its first point: along the row by the point's index, to the next row by that plus
  // `count`. Here is the edge through which a line that comes in through this one leaves the cell.
  const after = new Map<number, number>();
  const exits = new Set<number>();
  const high = (point: number): boolean => (values[point] ?? Number.NaN) >= level;
  const cross = (point: number, corners: readonly boolean[]): void => {
    const edges = [point, count + point + 1, point + columns, count + point] as const;
    for (let corner = 0; corner < 4; corner += 1) {
      if (!corners[corner] || corners[(corner + 1) % 4]) continue;
      // In behind the last of the high corners that stand together, out before the first.
      let first = corner;
      while (corners[(first + 3) % 4]) first = (first + 3) % 4;
      const exit = edges[(first + 3) % 4] ?? 0;
      after.set(edges[corner] ?? 0, exit);
      exits.add(exit);
    }
  };

  // Nearly all cells lie on one side of the level: their corners are looked at once, and nothing is made for them.
  for (let row = 0; row < rows - 1; row += 1) {
    let one = high(row * columns);
    let four = high((row + 1) * columns);
    for (let point = row * columns; point < (row + 1) * columns - 1; point += 1) {
      const two = high(point + 1);
      const three = high(point + columns + 1);
      if (one !== two || two !== three || three !== four) cross(point, [one, two, three, four]);
      one = two;
      four = three;
    }
  }

  const place = (edge: number): readonly [number, number] => {
    const upwards = edge >= count;
    const point = upwards ? edge - count : edge;
    const part = crossing(values[point] ?? Number.NaN, values[point + (upwards ? columns : 1)] ?? Number.NaN, level);
    const [column, row] = [point % columns, Math.floor(point / columns)];
    return upwards ? [column, row + part] : [column + part, row];
  };
  const found: Isoline[] = [];
  const follow = (start: number): void => {
    const places: (readonly [number, number])[] = [];
    let edge: number | undefined = start;
    do {
      places.push(place(edge));
      const exit = after.get(edge);
      after.delete(edge);
      edge = exit;
    } while (edge !== undefined && edge !== start);
    found.push({ places, closed: edge === start });
  };
  // First those that begin at the border, then the rings that are left.
  for (const entry of after.keys()) if (!exits.has(entry)) follow(entry);
  for (const entry of after.keys()) follow(entry);
  return found;
}

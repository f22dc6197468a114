// Lines of equal height over a grid of values, by marching squares. Lines, not the nested areas that a library makes for
// filling: they are drawn anew at every frame in which a data point is dragged.

/** Places in cells of the grid: columns and rows, fractions included. */
export interface Isoline {
  readonly places: readonly (readonly [column: number, row: number])[];
  /** Whether it comes back to its first place; else it runs from border to border. */
  readonly closed: boolean;
}

type Corners = readonly [number, number, number, number];

/** Where the level lies between two neighbours; beside the finite one where the other is not. */
function crossing(from: number, to: number, level: number): number {
  if (!Number.isFinite(from)) return 1;
  return Number.isFinite(to) ? (level - from) / (to - from) : 0;
}

/**
 * The way of one level through the cells. An edge of the grid is named by its first point: along the row by the point's
 * index, to the next row by that plus the number of points.
 */
class Way {
  private readonly level: number;
  /** The edge through which a line that comes in through this one leaves the cell. */
  private readonly after: Map<number, number> = new Map();
  private readonly exits: Set<number> = new Set();

  constructor(level: number) {
    this.level = level;
  }

  /** Through a cell with both high and low corners, given round the cell, edges too. */
  cross(corners: Corners, edges: Corners): void {
    const { level } = this;
    const high = (corner: number): boolean => (corners[corner % 4] ?? 0) >= level;
    for (let corner = 0; corner < 4; corner += 1) {
      if (!high(corner) || high(corner + 1)) continue;
      // In behind the last of the high corners that stand together, out before the first.
      let first = corner;
      while (high(first + 3)) first = (first + 3) % 4;
      const exit = edges[(first + 3) % 4] ?? 0;
      this.after.set(edges[corner] ?? 0, exit);
      this.exits.add(exit);
    }
  }

  /** First the lines that begin at the border, then the rings that are left; `place` gives where an edge is crossed. */
  lines(place: (edge: number, level: number) => readonly [number, number]): Isoline[] {
    const { level, after, exits } = this;
    const found: Isoline[] = [];
    const follow = (start: number): void => {
      const places: (readonly [number, number])[] = [];
      let edge: number | undefined = start;
      do {
        places.push(place(edge, level));
        const exit = after.get(edge);
        after.delete(edge);
        edge = exit;
      } while (edge !== undefined && edge !== start);
      found.push({ places, closed: edge === start });
    };
    for (const entry of after.keys()) if (!exits.has(entry)) follow(entry);
    for (const entry of after.keys()) follow(entry);
    return found;
  }
}

/**
 * Where the values, row by row, pass each of the levels, finite and rising: one list for each, of lines with what is at
 * least as high on their left. Values that are not numbers count as low.
 */
export function isolines(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  levels: readonly number[],
): Isoline[][] {
  const count = columns * rows;
  const ways = levels.map((level) => new Way(level));
  const heightAt = (point: number): number => {
    const value = values[point] ?? Number.NaN;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };

  // Nearly all cells lie between two levels: their corners are read once for all levels, and nothing is made for them.
  let above = 0;
  for (let row = 0; row < rows - 1; row += 1) {
    let one = heightAt(row * columns);
    let four = heightAt((row + 1) * columns);
    for (let point = row * columns; point < (row + 1) * columns - 1; point += 1) {
      const two = heightAt(point + 1);
      const three = heightAt(point + columns + 1);
      const least = Math.min(one, two, three, four);
      const greatest = Math.max(one, two, three, four);
      // From one cell to the next, the first level above its least corner is often the same.
      while (above > 0 && (levels[above - 1] ?? 0) > least) above -= 1;
      while (above < levels.length && (levels[above] ?? 0) <= least) above += 1;
      for (let at = above; at < levels.length && (levels[at] ?? 0) <= greatest; at += 1)
        ways[at]?.cross([one, two, three, four], [point, count + point + 1, point + columns, count + point]);
      one = two;
      four = three;
    }
  }

  const place = (edge: number, level: number): readonly [number, number] => {
    const upwards = edge >= count;
    const point = upwards ? edge - count : edge;
    const part = crossing(values[point] ?? Number.NaN, values[point + (upwards ? columns : 1)] ?? Number.NaN, level);
    const [column, row] = [point % columns, Math.floor(point / columns)];
    return upwards ? [column, row + part] : [column + part, row];
  };
  return ways.map((way) => way.lines(place));
}

// Copies of the operands in the order in which the packed product reads them: panels of a few lines (rows of a, columns
// of b), and in a panel the lines' numbers for k = 0, then those for k = 1, and so on. Zeros fill the last panel.

/** Four lines of a panel. */
function packFour<T>(to: usize, panel: usize, from: usize, line: usize, depth: usize, along: usize): void {
  const second = from + line,
    third = second + line,
    fourth = third + line;
  const end = depth * along;
  for (let at: usize = 0; at != end; at += along, to += panel) {
    store<T>(to, load<T>(from + at));
    store<T>(to + sizeof<T>(), load<T>(second + at));
    store<T>(to + 2 * sizeof<T>(), load<T>(third + at));
    store<T>(to + 3 * sizeof<T>(), load<T>(fourth + at));
  }
}

/** A panel whose lines lie beside each other, in registers. */
function packBeside(to: usize, panel: usize, from: usize, depth: usize, along: usize): void {
  for (let k: usize = 0; k < depth; k++, from += along, to += panel) {
    v128.store(to, v128.load(from));
    if (panel == 32) v128.store(to, v128.load(from, 16), 16);
  }
}

/** The last lines, and zeros. */
function packRest<T>(
  to: usize,
  panel: usize,
  from: usize,
  lines: usize,
  line: usize,
  depth: usize,
  along: usize,
): void {
  for (let k: usize = 0; k < depth; k++, from += along, to += panel) {
    for (let l: usize = 0; l < panel / sizeof<T>(); l++) {
      store<T>(to + l * sizeof<T>(), l < lines ? load<T>(from + l * line) : <T>0);
    }
  }
}

/** `panel`: bytes of a panel's lines for one k, 16 or 32. `line` and `along`: strides from line to line and along k. */
export function pack<T>(
  to: usize,
  panel: usize,
  from: usize,
  lines: usize,
  line: usize,
  depth: usize,
  along: usize,
): void {
  const width = panel / sizeof<T>();
  for (let first: usize = 0; first < lines; first += width, from += width * line, to += depth * panel) {
    if (lines - first < width) {
      packRest<T>(to, panel, from, lines - first, line, depth, along);
    } else if (line == sizeof<T>()) {
      packBeside(to, panel, from, depth, along);
    } else if (along == 0) {
      packRest<T>(to, panel, from, width, line, depth, along);
    } else {
      for (let l: usize = 0; l < width; l += 4) {
        packFour<T>(to + l * sizeof<T>(), panel, from + l * line, line, depth, along);
      }
    }
  }
}

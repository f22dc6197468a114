// Names given on the command line.

/** The items with these names, all of them if none is given. Throws a sentence that lists the known names. */
export function choose<T extends { readonly name: string }>(
  kind: string,
  items: readonly T[],
  names: readonly string[],
): T[] {
  const unknown = names.find((name) => !items.some((item) => item.name === name));
  if (unknown !== undefined) {
    throw new Error(`unknown ${kind} '${unknown}'; expected one of ${items.map(({ name }) => name).join(', ')}`);
  }
  return items.filter(({ name }) => names.length === 0 || names.includes(name));
}

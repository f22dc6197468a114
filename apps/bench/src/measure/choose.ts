// Names given by a user.

/** The names that are known, all of them if none is given. Throws a sentence that lists the known ones. */
export function choose<Name extends string>(kind: string, known: readonly Name[], given: readonly string[]): Name[] {
  const unknown = given.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`unknown ${kind} '${unknown}'; expected one of ${known.join(', ')}`);
  return known.filter((name) => given.length === 0 || given.includes(name));
}

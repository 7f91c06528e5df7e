// Which thread may read what: variables its own and those of the threads that it belongs to, outputs only its own.

/** A thread as far as reading goes; it sees the variables of `parents`, which are those that may have started it. */
export type ThreadScope = { readonly name: string; readonly parents: readonly ThreadScope[] };

/** That a value is made of a variable or an output of a thread. */
export type Read = { readonly of: 'variable' | 'output'; readonly name: string; readonly scope: ThreadScope };

/** Throws when `reader` cannot have what is read. */
export function assertReadable(reads: readonly Read[], reader: ThreadScope): void {
  for (const { of, name, scope } of reads) {
    if (scope === reader || (of === 'variable' && isWithin(reader, scope))) continue;
    throw new Error(
      of === 'variable'
        ? `thread ${reader.name} cannot use variable ${name}, which belongs to thread ${scope.name}: declare it outside of that thread`
        : `thread ${reader.name} cannot use the output of step ${name}, which belongs to thread ${scope.name}: assign it to a variable there`,
    );
  }
}

function isWithin(scope: ThreadScope, outer: ThreadScope): boolean {
  return scope === outer || scope.parents.some((parent) => isWithin(parent, outer));
}

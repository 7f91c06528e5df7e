// What must always hold inside the engine: the only thing that a step ever throws for.

/** A bug in the engine or a family that no step can have made. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** Throws unless `value` is there. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new InvariantError(what);
  return value;
}

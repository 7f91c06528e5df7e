// What must always hold, said where it must hold.

/** A broken invariant: a bug in Docket, never a fault of the caller. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** States what must hold at this point; throws an InvariantError when it does not. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

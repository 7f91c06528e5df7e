// A refusal on its way through code that returns values: services throw it, doors turn it into a problem.
import type { Refusal } from './problem.ts';

const NAME = 'RefusedError';

/** An expected "no" with its reason; everything else that is thrown is a bug or an outage. */
export class RefusedError extends Error {
  override readonly name = NAME;
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** The refusal in what was thrown, or null. By name: Next bundles a copy of this class of its own, and services throw the server's. */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof Error && error.name === NAME && 'refusal' in error ? (error.refusal as Refusal) : null;
}

// What an error of the database means for the caller: try again at once, later, or a bug.

// PostgreSQL: serialization failure, deadlock.
const CONFLICTS = new Set(['40001', '40P01']);
// PostgreSQL: shut down, starting up, too many connections, a statement cut off at its time limit.
const OUTAGES = new Set(['57P01', '57P02', '57P03', '53300', '57014', '55P03', '25P03']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
// Prisma: cannot reach, timed out, connection closed, pool exhausted.
const PRISMA_OUTAGES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);
// The driver has no codes for these.
const DRIVER_OUTAGE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The transaction lost against another and was rolled back: the same again may go through. */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(codeOf(error));
}

/** The database cannot be reached or is too busy. Whether what was asked happened is not known. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (OUTAGES.has(code) || NETWORK.has(code) || PRISMA_OUTAGES.has(code) || code.startsWith('08')) return true;
  return error instanceof Error && DRIVER_OUTAGE.test(error.message);
}

/** A row with this key is there already; `constraint` narrows it to one. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  const code = codeOf(error);
  if (code === 'P2002') return constraint === undefined;
  if (code !== '23505') return false;
  return (
    constraint === undefined || (error instanceof Error && 'constraint' in error && error.constraint === constraint)
  );
}

/** A foreign key was broken: what a row refers to is not there, or what is to go is referred to. */
export function isReferenceFault(error: unknown): boolean {
  return ['23503', '23001', 'P2003'].includes(codeOf(error));
}

// Pages of things that are listed by name.

/** The names that begin with `prefix`, after `after`; `take` is one more than the page, to see whether there is another. */
export type NamePage = { prefix: string; after: string | null; take: number };

/** The page as a filter. LIKE's own signs in the prefix stand for themselves. */
export function namesAfter({ prefix, after }: NamePage): { startsWith: string; gt?: string } {
  const startsWith = likePrefix(prefix);
  return after === null ? { startsWith } : { startsWith, gt: after };
}

export const likePrefix = (prefix: string): string => prefix.replace(/[\\%_]/g, String.raw`\$&`);

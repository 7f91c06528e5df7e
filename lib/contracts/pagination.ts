// Keyset pagination: every list takes limit and bookmark and gives results and the next bookmark.
import { z } from 'zod';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** Query parameters of every list. `bookmark` is opaque: hand back what the previous page gave. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number<number>().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  bookmark: z.string().max(1000).optional(),
});

export type Page<T> = { results: T[]; bookmark: string | null };

/** A page of `item`: `bookmark` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), bookmark: z.string().nullable() });

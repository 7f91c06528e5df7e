// Bookmarks: where a page ended, opaque to its caller and bound to them and to their question.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { timestamp } from '#contracts/names.ts';
import type { OperationId } from '#contracts/operations/table.ts';
import type { Page } from '#contracts/pagination.ts';
import { type CallContext, callerId } from './context.ts';
import { refuseInvalid } from './refuse.ts';

/** The key of lists by time: an instant, and an id for those of one instant. */
export const byTime = z.tuple([timestamp, z.string()]);

type Listing = { limit: number; bookmark?: string | undefined };

export type Paging<Key> = {
  /** The last thing of the page before. */
  after: Key | null;
  /** One more than the page, to see whether there is another. */
  take: number;
  /** The page of what was read; `keyOf` gives the sort key of its last. */
  page: <T>(read: T[], keyOf: (last: T) => Key) => Page<T>;
};

/** Reads the bookmark of a list. One that was given to another caller, or to another question, is refused. */
export function paging<Key>(
  { principal }: CallContext,
  operation: OperationId,
  input: Listing,
  key: z.ZodType<Key>,
): Paging<Key> {
  const { limit, bookmark, ...question } = input;
  const seal = createHash('sha256')
    .update(JSON.stringify([operation, principal.tenantId, callerId(principal), Object.entries(question).sort()]))
    .digest('base64url')
    .slice(0, 16);
  return {
    after: bookmark === undefined ? null : readKey(bookmark, seal, key),
    take: limit + 1,
    page: (read, keyOf) => {
      const results = read.slice(0, limit);
      const last = results.at(-1);
      const isMore = read.length > limit && last !== undefined;
      return { results, bookmark: isMore ? writeKey(keyOf(last), seal) : null };
    },
  };
}

function writeKey(key: unknown, seal: string): string {
  return Buffer.from(JSON.stringify([seal, key]), 'utf8').toString('base64url');
}

function readKey<Key>(bookmark: string, seal: string, schema: z.ZodType<Key>): Key {
  const parsed = parseJson(Buffer.from(bookmark, 'base64url').toString('utf8'));
  const [given, key] = Array.isArray(parsed) ? parsed : [];
  const result = schema.safeParse(key);
  if (given === seal && result.success) return result.data;
  return refuseInvalid([{ path: 'bookmark', message: 'is not one that this list gave you' }]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// The text by which a value is searched: as it is while an index takes it, else its beginning with a hash of all.
import { sha256Hex } from '#platform/ids.ts';

const MAX_CHARS = 200;

export const searchKey = (value: string): string =>
  value.length <= MAX_CHARS ? value : `${value.slice(0, MAX_CHARS)}#${sha256Hex(value)}`;

/** The column of a path: the variable itself has none. */
export const pathKey = (path: string | null): string => path ?? '';

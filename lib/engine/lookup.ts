// Reads a record by a key that people choose: `constructor` and its like are names as any other.

/** The value at `key`, if the record itself has it. */
export function lookup<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

// Whether something made from files of the repository is still what those files make.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes something unless `record` says that it was made from the very same inputs. `inputs` are glob patterns.
 * Returns whether it had to be made.
 */
export async function makeIfStale(
  record: string,
  inputs: string[],
  make: () => Promise<void> | void,
): Promise<boolean> {
  const fingerprint = hashFiles(inputs);
  if (existsSync(record) && readFileSync(record, 'utf8') === fingerprint) return false;
  // Gone while it is being made, so that an interrupted attempt counts as none.
  rmSync(record, { force: true });
  await make();
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, fingerprint);
  return true;
}

function hashFiles(patterns: string[]): string {
  const hash = createHash('sha256');
  const exclude = (path: string) => /(^|\/)node_modules$|[.]test[.]tsx?$/.test(path);
  const files = globSync(patterns, { exclude }).filter((path) => statSync(path).isFile());
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

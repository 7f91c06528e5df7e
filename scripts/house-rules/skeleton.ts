// A small house in a temporary folder, with the real configuration of the real one, to break its rules in.

import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CONFIGURATION = [
  '.dependency-cruiser.cjs',
  'biome.json',
  'package.json',
  'tsconfig.engine.json',
  'tsconfig.json',
  ...globSync('scripts/house-rules/*.grit'),
];

export type Skeleton = {
  /** Runs a program of the repository's packages in it, and returns what it writes. */
  run(program: string, args: string[]): string;
  remove(): void;
};

/** Builds one of these files, given by path and content. */
export function buildSkeleton(files: Record<string, string>): Skeleton {
  const folder = mkdtempSync(join(tmpdir(), 'docket-house-'));
  for (const path of CONFIGURATION) cpSync(path, join(folder, path));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const require = createRequire(import.meta.url);
  return {
    run: (program, args) => {
      const file = require.resolve(resolve('node_modules', program));
      return spawnSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

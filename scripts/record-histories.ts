// Records the history of every life that has none yet. What was recorded stays: see lib/engine/histories/README.md.
import { existsSync, writeFileSync } from 'node:fs';
import { record } from '../lib/engine/testing/history.ts';
import { LIVES } from '../lib/engine/testing/lives/lives.ts';

for (const [name, life] of Object.entries(LIVES)) {
  const file = new URL(`../lib/engine/histories/${name}.jsonl`, import.meta.url);
  if (existsSync(file)) {
    console.log(`${name}: kept as it was recorded`);
    continue;
  }
  // Never over what is there, whoever else writes.
  writeFileSync(file, record(life), { flag: 'wx' });
  console.log(`${name}: recorded`);
}

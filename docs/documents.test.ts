import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeEnv } from '#platform/env.ts';

const ROOT = join(import.meta.dirname, '..');
const documents = globSync(['*.md', '{docs,examples,sdk}/**/*.md'], {
  cwd: ROOT,
  exclude: ['**/node_modules', '**/dist'],
});

describe('the documents', () => {
  it.each(documents)('%s links only to what exists', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(document), target)))).toEqual([]);
  });

  it('the README has every variable of the environment, as the code describes it', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\| `?(.*?)`? *\|$/gm)];
    expect(rows.map(([, name, purpose, fallback]) => ({ name, purpose, fallback }))).toEqual(describeEnv());
  });
});

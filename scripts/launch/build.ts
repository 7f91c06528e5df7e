// What is made from the sources before Docket can serve: the Prisma client and the pages. Made again only when they changed.

import { createRequire } from 'node:module';
import { generateClient } from '../database/generate-client.ts';
import { runToEnd } from './child-process.ts';
import { makeIfStale } from './inputs.ts';

const LOCK = ['package.json', 'package-lock.json'];
const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');

/** Writes the Prisma client when the schema changed. */
export async function generateIfStale(): Promise<void> {
  await makeIfStale('lib/persistence/generated/.inputs', [...LOCK, 'prisma/*.prisma'], generateClient);
}

/** Builds the pages when a source of theirs changed; `announce` is called first, since it takes a minute. */
export async function buildIfStale(announce: () => void): Promise<void> {
  const sources = [
    'app/**',
    'components/**',
    'lib/**',
    'public/**',
    'server/**',
    '*.config.{js,mjs}',
    'tsconfig.json',
    'instrumentation.ts',
  ];
  await makeIfStale('.next/inputs', [...LOCK, ...sources], () => {
    announce();
    return runToEnd('The build of the pages', [NEXT, 'build'], { NODE_ENV: 'production' });
  });
}

if (import.meta.main) {
  await generateIfStale();
  await buildIfStale(() => console.log('Building the pages …'));
}

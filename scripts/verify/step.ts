// One thing that is checked: run, timed, said in a line; its whole output only when it fails.

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export type Tally = { passed: number; failed: number };

export type Step = {
  name: string;
  /** What to run: a program of Node and its arguments. */
  args: string[];
  variables?: Record<string, string>;
  directory?: string;
  /** Reads how many tests it held once it ended; by default it is one check. */
  tally?: () => Tally;
};

const children = new Set<number>();
process.once('exit', () => {
  for (const pid of children) process.kill(-pid, 'SIGTERM');
});

/** Runs a step and says how it went. */
export async function runStep(step: Step): Promise<Tally> {
  const begun = performance.now();
  const { code, output } = await run(step);
  const tally = count(step, code === 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const many = step.tally ? `, ${tally.passed} passed, ${tally.failed} failed` : '';
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds} s${many})`);
  if (code !== 0) console.log(`\n${output}\n`);
  return tally;
}

/** A step that failed failed in something, even when it died before it could count. */
function count({ tally }: Step, succeeded: boolean): Tally {
  if (!tally) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  const counted = tally();
  return { ...counted, failed: succeeded ? counted.failed : Math.max(1, counted.failed) };
}

function run({ args, variables, directory }: Step): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, {
    ...(directory !== undefined && { cwd: directory }),
    env: { ...process.env, ...variables },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid !== undefined) children.add(pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => {
      if (pid !== undefined) children.delete(pid);
      resolve({ code, output });
    });
  });
}

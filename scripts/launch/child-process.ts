// Processes that a launcher starts, watches and stops.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const STOP_WITH_PARENT = new URL('./stop-with-parent.ts', import.meta.url).href;

export type Child = {
  /** Asks the process and its own children to end; after `patienceMs` it makes them. */
  stop(patienceMs: number): Promise<void>;
};

/**
 * Starts a program of the repository and waits until it writes `ready`; its lines go on, marked with its name.
 * @throws Error when it ends before.
 */
export async function startChild(
  name: string,
  program: string,
  ready: string,
  variables: Record<string, string>,
): Promise<Child> {
  const child = spawn(process.execPath, ['--import', STOP_WITH_PARENT, program], {
    env: { ...process.env, ...variables },
    // In a group of its own: Ctrl-C in the terminal reaches the launcher alone, which stops all in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child);
  const stop = (patienceMs: number) => end(child, ended, patienceMs);
  let running = false;
  let stopping = false;
  const said: string[] = [];
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (running) console.log(`${name} | ${line}`);
        else said.push(line);
        if (line.includes(ready)) resolve();
      });
    }
  });
  await Promise.race([isReady, ended.then((code) => fail(`The ${name} ended at once (${code}):\n${said.join('\n')}`))]);
  running = true;
  void ended.then((code) => {
    if (!stopping) console.error(`The ${name} ended (${code}).`);
  });
  return {
    stop: (patienceMs) => {
      stopping = true;
      return stop(patienceMs);
    },
  };
}

/** Runs a program to its end, quietly; its output is in the error when it fails. */
export async function runToEnd(what: string, args: string[], variables: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...variables },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  const kill = () => signal(child, 'SIGKILL');
  process.once('exit', kill);
  const code = await once(child);
  process.off('exit', kill);
  if (code !== 0) fail(`${what} failed (${code}):\n${output.join('')}`);
}

function once(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signalName) => resolve(code ?? signalName ?? 1));
  });
}

async function end(child: ChildProcess, ended: Promise<unknown>, patienceMs: number): Promise<void> {
  signal(child, 'SIGTERM');
  const impatience = setTimeout(() => signal(child, 'SIGKILL'), patienceMs);
  await ended;
  clearTimeout(impatience);
}

/** To the whole group of the process, where the system has groups. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill(name);
  else process.kill(-child.pid, name);
}

function fail(message: string): never {
  throw new Error(message);
}

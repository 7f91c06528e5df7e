// From whatever Node there is to the project's own: checks it, installs what is missing, hands over to Node 24.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST = [20, 9];

/**
 * Runs a TypeScript program of the repository on the Node that the project installs, and ends with its exit code.
 * @param {string} program its path from the root
 * @param {Record<string, string>} variables added to its environment
 */
export async function bootstrap(program, variables) {
  process.chdir(ROOT);
  requireNode();
  if (!isInstalled()) install();
  const node = `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
  process.exitCode = await handOver(node, [program, ...process.argv.slice(2)], {
    NEXT_TELEMETRY_DISABLED: '1',
    ...process.env,
    ...variables,
  });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  fail(`Docket needs Node ${OLDEST.join('.')} or later; this is ${process.versions.node}.`);
}

/** Whether node_modules holds the version of each package that the lock file names. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    return present[path] ? present[path].version === version : optional === true;
  });
}

function install() {
  console.log('Installing the packages that Docket needs …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail('npm could not install the packages: see above.');
}

function handOver(node, args, env) {
  // The channel tells the program when this process is gone, however it went.
  const child = spawn(node, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => ended(code ?? 1));
  });
}

function fail(line) {
  console.error(line);
  process.exit(1);
}

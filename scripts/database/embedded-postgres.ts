// The PostgreSQL that comes with the npm packages: created, adopted, started and stopped in a folder of its own.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError, loadPostgresPrograms, type PostgresPrograms } from './postgres-programs.ts';

const USER = 'docket';
const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_S = 3;
// Names the advisory lock by which one launcher owns a cluster.
const OWNER_LOCK = 0x646f636b;

export type EmbeddedPostgres = {
  /** The address of a database of this cluster, which is created when there is none of this name. */
  database(name: string): Promise<string>;
  /** Stops the server; what is still connected is cut off. */
  stop(): Promise<void>;
};

type Cluster = { folder: string; dataDir: string; password: string; programs: PostgresPrograms };
type Server = { port: number; pid: number };

/**
 * Starts the cluster kept in `folder`, creating it first when there is none. A server left over by a launcher that was
 * killed is adopted; a stale lock file is cleared. `settings` are PostgreSQL's own, such as `fsync=off`.
 * @throws EmbeddedPostgresError when another living launcher uses the folder, or the server does not come up.
 */
export async function startEmbeddedPostgres(folder: string, settings: string[] = []): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(resolve(folder));
  const { port, pid } = (await adopt(cluster)) ?? (await launch(cluster, settings));
  const owner = await own(cluster, port);
  const lifeline = tie(pid);

  return {
    database: async (name) => {
      const { rowCount } = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (rowCount === 0) await owner.query(`CREATE DATABASE ${owner.escapeIdentifier(name)}`);
      return address(cluster, port, name);
    },
    stop: async () => {
      await owner.end();
      const patience = String(STOP_TIMEOUT_S);
      cluster.programs.run('pg_ctl', ['stop', '-D', cluster.dataDir, '-m', 'fast', '-w', '-t', patience]);
      lifeline.release();
    },
  };
}

async function openCluster(folder: string): Promise<Cluster> {
  mkdirSync(folder, { recursive: true });
  const dataDir = join(folder, 'data');
  const programs = await loadPostgresPrograms(folder);
  const passwordFile = join(folder, 'password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  programs.give(passwordFile);
  if (!existsSync(dataDir)) initialise(programs, dataDir, passwordFile);
  return { folder, dataDir, programs, password: readFileSync(passwordFile, 'utf8') };
}

/** Builds the cluster beside its place and moves it there, so that an interrupted start leaves no half of one. */
function initialise(programs: PostgresPrograms, dataDir: string, passwordFile: string): void {
  const draft = `${dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  programs.run('initdb', [
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
  renameSync(draft, dataDir);
}

function address({ password }: Cluster, port: number, database: string): string {
  return `postgresql://${USER}:${password}@${HOST}:${port}/${database}`;
}

/** The server that already runs on the folder, if one does. Clears the lock file of one that is gone. */
async function adopt(cluster: Cluster): Promise<Server | undefined> {
  const lockFile = join(cluster.dataDir, 'postmaster.pid');
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (existsSync(lockFile)) {
    const [pid = 0, , , port = 0] = readFileSync(lockFile, 'utf8').split('\n').map(Number);
    // A process number is used again after a restart of the machine: only a PostgreSQL counts.
    if (!isPostgres(pid)) {
      rmSync(lockFile, { force: true });
      return undefined;
    }
    if (await answers(cluster, port)) return { port, pid };
    if (performance.now() > deadline) throw new EmbeddedPostgresError(`PostgreSQL (process ${pid}) does not answer.`);
    await delay(100);
  }
  return undefined;
}

function isPostgres(pid: number): boolean {
  if (platform() === 'win32') return false;
  const proc = `/proc/${pid}/comm`;
  const name = existsSync('/proc/self')
    ? existsSync(proc) && readFileSync(proc, 'utf8')
    : spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout;
  return name !== false && name.includes('postgres');
}

async function launch(cluster: Cluster, settings: string[]): Promise<Server> {
  const port = await freePort();
  const logFile = join(cluster.folder, 'postgres.log');
  const all = [`listen_addresses=${HOST}`, 'unix_socket_directories=', 'timezone=UTC', ...settings];
  const server = cluster.programs.start(
    'postgres',
    ['-D', cluster.dataDir, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
    openSync(logFile, 'w'),
  );
  const lifeline = tie(server.pid ?? 0);
  let ended: string | undefined;
  server.once('error', (error) => {
    ended = error.message;
  });
  server.once('exit', (code) => {
    ended ??= `exit code ${code}`;
  });
  server.unref();
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await answers(cluster, port))) {
    if (ended !== undefined) throw new EmbeddedPostgresError(`PostgreSQL did not start (${ended}): see ${logFile}`);
    if (performance.now() > deadline)
      throw new EmbeddedPostgresError(`PostgreSQL did not start in time: see ${logFile}`);
    await delay(50);
  }
  lifeline.release();
  return { port, pid: server.pid ?? 0 };
}

/** Ties the server to this process: when this one is gone, killed even, the server is told to stop. Until released. */
function tie(pid: number): { release(): void } {
  if (platform() === 'win32') return { release: () => undefined };
  const script = 'read -r released || kill -INT "$1"';
  const watch = spawn('sh', ['-c', script, 'sh', String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watch.unref();
  return { release: () => watch.stdin.end('released\n') };
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const connectionString = address(cluster, port, 'postgres');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === cluster.dataDir;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Holds the cluster for as long as this connection lives: a launcher that is killed lets go by itself. */
async function own(cluster: Cluster, port: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address(cluster, port, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ owned: boolean }>('SELECT pg_try_advisory_lock($1) AS owned', [OWNER_LOCK]);
  if (rows[0]?.owned) return client;
  await client.end();
  throw new EmbeddedPostgresError(
    `Docket already runs on the data in ${cluster.folder}. Stop it, or keep other data: DOCKET_DATA_DIR=.data2 npm start`,
  );
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, HOST, () => {
      const bound = probe.address();
      probe.close(() => (typeof bound === 'object' && bound ? found(bound.port) : failed(new Error('No free port.'))));
    });
  });
}

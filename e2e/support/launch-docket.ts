// Docket as `npm start` runs it, with data, ports, mailbox and worker of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Docket, publishDocket } from './docket.ts';

const LOG = 'test-results/docket.log';

export type Launched = { docket: Docket; stop: () => Promise<void> };

/** Starts it, with the demo's people and, if asked, their work, and tells those who drive the browsers where it is. */
export async function launchDocket({ withWork }: { withWork: boolean }): Promise<Launched> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-journeys-'));
  mkdirSync('test-results', { recursive: true });
  const log = openSync(LOG, 'w');
  const [port, mailboxPort, smtpPort] = await freePorts(3);
  const launcher = spawn(process.execPath, ['scripts/launch/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      DOCKET_DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: '',
      SMTP_URL: '',
      DEMO_WORK: withWork ? '1' : '0',
      MAILBOX_PORT: String(mailboxPort),
      MAILBOX_SMTP_PORT: String(smtpPort),
    },
    // In a group of its own, and bound to this process by the channel: it stops in order when this one is gone.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const started = new Promise<Docket>((resolve) => launcher.once('message', (message) => resolve(message as Docket)));
  const failed = ended.then(() => Promise.reject(new Error(`Docket did not start: see ${LOG}`)));
  const docket = await Promise.race([started, failed]);
  failed.catch(() => undefined);
  publishDocket(docket);
  const stop = async () => {
    launcher.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { docket, stop };
}

/** Ports that nobody listens on; all are held until each is found, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve) => {
          probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

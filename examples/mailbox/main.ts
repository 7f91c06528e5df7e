// A mailbox for development, a program of its own: node examples/mailbox/main.ts
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readConfig } from './config.ts';
import { createMailbox } from './mailbox.ts';
import { createSmtpServer } from './smtp.ts';
import { createWebServer } from './web.ts';

const CAPACITY = 200;
const LOOPBACK = '127.0.0.1';

const { smtpPort, webPort } = readConfig();
const mailbox = createMailbox(CAPACITY);
const smtp = createSmtpServer(mailbox);
const web = createWebServer(mailbox);

function fail(error: Error): never {
  console.error(`mailbox: ${error.message}`);
  process.exit(1);
}
smtp.on('error', fail);
web.on('error', fail);

smtp.listen(smtpPort, LOOPBACK);
web.listen(webPort, LOOPBACK);
await Promise.all([once(smtp.server, 'listening'), once(web, 'listening')]);
const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;
console.log(`mailbox ready: http://localhost:${portOf(web)}, smtp://localhost:${portOf(smtp.server)}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    smtp.close();
    web.close();
    web.closeAllConnections();
  });
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { TaskException } from '#sdk';
import { createMailbox } from '../mailbox/mailbox.ts';
import { createSmtpServer } from '../mailbox/smtp.ts';
import { mailThrough } from './send-mail.ts';

const open: { close: () => void }[] = [];

async function mailTo(server: SMTPServer) {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const mail = mailThrough(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  open.push(mail, server);
  return mail.handler;
}

const logged: string[] = [];
const context = {
  wfRunId: 'run-1',
  wfSpecName: 'it-request',
  guid: '0-4',
  attempt: 0,
  idempotencyKey: 'run-1/0-4',
  userTask: null,
  scheduledAt: '2030-01-01T00:00:00Z',
  signal: new AbortController().signal,
  log: (line: string) => void logged.push(line),
  checkpoint: async <T>(part: () => T | Promise<T>) => part(),
};

afterEach(() => {
  for (const it of open.splice(0)) it.close();
});

describe('send-mail', () => {
  it('mails a person of the demo, and logs to whom', async () => {
    const mailbox = createMailbox(10);
    const sendMail = await mailTo(createSmtpServer(mailbox));
    await sendMail({ to: 'maria', subject: 'Approved: a monitor', body: 'Hello maria.\n\n' }, context);
    expect(mailbox.list()).toMatchObject([
      { to: ['maria@docket.example'], subject: 'Approved: a monitor', text: 'Hello maria.\n' },
    ]);
    expect(logged).toEqual(['sent to maria@docket.example']);
  });

  it('that is refused for good is a business outcome, one that fails otherwise an error to retry', async () => {
    const refuseWith = (responseCode: number) =>
      new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such mailbox'), { responseCode })),
      });
    const mail = { to: 'nobody@docket.example', subject: 'Hello', body: '' };
    const refused = await mailTo(refuseWith(550));
    await expect(refused(mail, context)).rejects.toMatchObject({
      exceptionName: 'mail-refused',
      content: { address: 'nobody@docket.example' },
    });
    const busy = await mailTo(refuseWith(450));
    await expect(busy(mail, context)).rejects.not.toBeInstanceOf(TaskException);
  });
});

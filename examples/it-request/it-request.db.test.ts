import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { createMailbox } from '../mailbox/mailbox.ts';
import { createSmtpServer } from '../mailbox/smtp.ts';
import { mailThrough } from './send-mail.ts';
import { itRequest } from './workflow.ts';

const mailbox = createMailbox(10);
const smtp = createSmtpServer(mailbox);
smtp.listen(0, '127.0.0.1');
await once(smtp.server, 'listening');
const mail = mailThrough(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`);
const play = playExample(itRequest, { 'send-mail': mail.handler });

afterAll(async () => {
  mail.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

it.each([
  [true, 'Approved: a monitor'],
  [false, 'Not approved: a monitor'],
])('tells the requester what finance decided: %s', async (isApproved, subject) => {
  const run = await play.start({ requester: 'maria' });
  await play.answer(run, 'it-request', 'maria', { requestedItem: 'a monitor', justification: 'Two of everything' });
  const decision = await play.answer(run, 'approve-it-request', 'fiona', { isApproved, comments: 'As ever' });
  expect(decision).toMatchObject({ title: 'Approve: a monitor', userGroup: 'finance' });

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED' });
  expect(mailbox.list()[0]).toMatchObject({ to: ['maria@docket.example'], subject });
});

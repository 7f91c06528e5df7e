import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailbox, type Message } from './mailbox.ts';
import { createSmtpServer } from './smtp.ts';
import { createWebServer } from './web.ts';

const mailbox = createMailbox(3);
const smtp = createSmtpServer(mailbox);
const web = createWebServer(mailbox);
let url = '';

async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  const { port } = smtp.server.address() as AddressInfo;
  await createTransport({ host: '127.0.0.1', port }).sendMail({ from: 'it@docket.example', ...mail });
}

async function readMessages(query = ''): Promise<Message[]> {
  const response = await fetch(`${url}/messages${query}`);
  const { messages } = (await response.json()) as { messages: Message[] };
  return messages;
}

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1');
  web.listen(0, '127.0.0.1');
  await Promise.all([once(smtp.server, 'listening'), once(web, 'listening')]);
  url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});

afterAll(() => {
  smtp.close();
  web.close();
});

describe('the mailbox', () => {
  it('shows what was sent over SMTP, and to whom', async () => {
    await sendMail({
      to: 'maria@docket.example',
      subject: 'Approved: a monitor',
      text: 'Hello maria,\nit was approved.',
    });
    expect(await readMessages('?to=maria@docket.example')).toEqual([
      {
        id: 1,
        receivedAt: expect.any(String),
        from: 'it@docket.example',
        to: ['maria@docket.example'],
        subject: 'Approved: a monitor',
        text: 'Hello maria,\nit was approved.\n',
      },
    ]);
    expect(await readMessages('?to=fred@docket.example')).toEqual([]);
  });

  it('shows a mail as text, whatever is in it', async () => {
    await sendMail({ to: 'maria@docket.example', subject: '<b>bold</b>', text: '<script>alert(1)</script>' });
    const page = await (await fetch(url)).text();
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
  });

  it('keeps the newest and drops the oldest', async () => {
    for (const subject of ['one', 'two', 'three'])
      await sendMail({ to: 'fred@docket.example', subject, text: subject });
    expect((await readMessages()).map((message) => message.subject)).toEqual(['three', 'two', 'one']);
  });

  it('refuses a mail that is too large', async () => {
    const text = 'x'.repeat(1_100_000);
    await expect(sendMail({ to: 'fred@docket.example', subject: 'large', text })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect((await readMessages()).map((message) => message.subject)).not.toContain('large');
  });

  it('answers only to the names of this machine', async () => {
    const call = request(`${url}/messages`, { headers: { host: 'rebound.example' } }).end();
    const [response] = await once(call, 'response');
    response.resume();
    expect(response.statusCode).toBe(403);
  });
});

// The SMTP side: takes every mail that is handed to it and delivers none.
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

const MAX_BYTES = 1_000_000;

/** An SMTP server without sign-in and encryption, not yet listening: for this machine only. */
export function createSmtpServer(mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    onData: (stream, session, done) => {
      receive(mailbox, stream, session).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

async function receive(mailbox: Mailbox, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const mail = await simpleParser(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error(`At most ${MAX_BYTES} bytes`), { responseCode: 552 });
  mailbox.add({
    receivedAt: new Date().toISOString(),
    from: mail.from?.text ?? '',
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
  });
}

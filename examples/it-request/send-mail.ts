// Sends the mail, over SMTP.
import { createTransport } from 'nodemailer';
import { TaskException, type TaskHandler, taskHandler } from '#sdk';
import { sendMail } from './tasks.ts';

/** People of the demo have no addresses of their own. */
const DOMAIN = 'docket.example';

/** The handler of `send-mail`, and what closes its connections. */
export function mailThrough(smtpUrl: string): { handler: TaskHandler; close: () => void } {
  const transport = createTransport({ url: smtpUrl, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const handler = taskHandler(sendMail, async ({ to, subject, body }, context) => {
    const address = addressOf(to ?? '');
    try {
      await transport.sendMail({
        from: `IT requests <it-requests@${DOMAIN}>`,
        to: address,
        subject: subject ?? '',
        text: (body ?? '').trimEnd(),
        // The same for every attempt, so that a mail system can drop a repetition.
        messageId: `<${context.idempotencyKey}@${DOMAIN}>`,
      });
    } catch (error) {
      if (isRefusedForGood(error)) throw new TaskException('mail-refused', error.message, { address });
      throw error;
    }
    context.log(`sent to ${address}`);
  });
  return { handler, close: () => transport.close() };
}

function addressOf(person: string): string {
  return person.includes('@') ? person : `${person}@${DOMAIN}`;
}

/** SMTP says 5xx when trying again is of no use. */
function isRefusedForGood(error: unknown): error is Error {
  return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;
}

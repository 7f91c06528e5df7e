// The development mailbox as a journey sees it.
import { expect } from '@playwright/test';
import type { Message } from '../../examples/mailbox/mailbox.ts';

export type JourneyMailbox = {
  /** The mails whose subject has this text, once there is one; fails when none comes. */
  find(subject: string): Promise<Message[]>;
};

export function openMailbox(url: string): JourneyMailbox {
  const search = async (subject: string) => {
    const response = await fetch(`${url}/messages`);
    const { messages } = (await response.json()) as { messages: Message[] };
    return messages.filter((message) => message.subject.includes(subject));
  };
  return {
    find: async (subject) => {
      await expect
        .poll(async () => (await search(subject)).length, { message: `a mail "${subject}"` })
        .toBeGreaterThan(0);
      return search(subject);
    },
  };
}

// The mails that came, newest first, the oldest dropped beyond a bound.

export type Message = {
  id: number;
  /** RFC 3339, UTC. */
  receivedAt: string;
  from: string;
  /** The envelope's recipients. */
  to: string[];
  subject: string;
  text: string;
};

export type Mailbox = {
  add: (message: Omit<Message, 'id'>) => void;
  /** All of them, or those to one address. */
  list: (to?: string) => Message[];
  find: (id: number) => Message | undefined;
};

export function createMailbox(capacity: number): Mailbox {
  let messages: Message[] = [];
  let lastId = 0;
  return {
    add: (message) => {
      lastId += 1;
      messages = [{ id: lastId, ...message }, ...messages].slice(0, capacity);
    },
    list: (to) => (to === undefined ? messages : messages.filter((message) => message.to.includes(to))),
    find: (id) => messages.find((message) => message.id === id),
  };
}

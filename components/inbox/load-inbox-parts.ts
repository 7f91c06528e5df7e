/** Fetches what the inbox does not begin with. */
export const loadInboxParts = () => import('./inbox-parts.ts').then(({ inboxParts }) => inboxParts);

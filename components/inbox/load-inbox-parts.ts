import { ahead } from '../ui/later.tsx';

/** Fetches what the inbox does not begin with. */
export const loadInboxParts = ahead(() => import('./inbox-parts.ts').then(({ inboxParts }) => inboxParts));

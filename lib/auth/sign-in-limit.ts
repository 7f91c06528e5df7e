// Slows down guessing of passwords: tries are counted per account and address, and per account from anywhere.
import { RateLimiterMemory } from 'rate-limiter-flexible';

const perAddress = new RateLimiterMemory({ points: 10, duration: 5 * 60 });
const perAccount = new RateLimiterMemory({ points: 50, duration: 15 * 60 });

const pair = (account: string, address: string) => JSON.stringify([account, address]);

/** Counts a try; false when there were too many. Counts are kept by each process for itself: a bound, not a promise. */
export async function mayTrySignIn(account: string, address: string): Promise<boolean> {
  const counts = await Promise.allSettled([perAddress.consume(pair(account, address)), perAccount.consume(account)]);
  return counts.every(({ status }) => status === 'fulfilled');
}

/** A right password: the account's tries from there are forgotten. */
export async function forgetTries(account: string, address: string): Promise<void> {
  await Promise.all([perAddress.delete(pair(account, address)), perAccount.reward(account)]);
}

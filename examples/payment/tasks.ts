// What the worker does.
import { TaskException, taskHandler } from '#sdk';
import type { Bank } from './bank.ts';
import { transferMoney } from './definitions.ts';

export const tasksAt = (bank: Bank) => ({
  'transfer-money': taskHandler(transferMoney, async ({ from, to, cents }, context) => {
    // Money is taken once, however often the booking is tried.
    const authorization = await context.checkpoint(() => {
      const answer = bank.authorize(from ?? '', BigInt(cents ?? 0));
      if ('authorization' in answer) return answer.authorization;
      throw new TaskException('insufficient-funds', `${from} has too little`, Number(answer.missing));
    });
    context.log(`booking ${authorization}`);
    return bank.book(authorization, to ?? '');
  }),
});

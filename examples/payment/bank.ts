// A bank in memory, which goes away now and then.

export type Bank = {
  balances: Map<string, bigint>;
  /** How many of the next bookings fail since the bank is away. */
  outages: number;
  /** Takes money off an account and gives a number to book it by, or says what is missing. */
  authorize: (account: string, cents: bigint) => { authorization: string } | { missing: bigint };
  book: (authorization: string, to: string) => string;
};

export function openBank(balances: Record<string, bigint>): Bank {
  const open = new Map<string, bigint>();
  const bank: Bank = {
    balances: new Map(Object.entries(balances)),
    outages: 0,
    authorize: (account, cents) => {
      const balance = bank.balances.get(account) ?? 0n;
      if (balance < cents) return { missing: cents - balance };
      bank.balances.set(account, balance - cents);
      const authorization = `AUTH-${open.size + 1}`;
      open.set(authorization, cents);
      return { authorization };
    },
    book: (authorization, to) => {
      if (bank.outages > 0) {
        bank.outages -= 1;
        throw new Error('the bank is away');
      }
      bank.balances.set(to, (bank.balances.get(to) ?? 0n) + (open.get(authorization) ?? 0n));
      return `TRANSFER-${authorization}`;
    },
  };
  return bank;
}

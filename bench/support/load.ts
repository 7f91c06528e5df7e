// Load: how many per second go through, so many at a time.

export type Measured = { perSecond: number; cpuMs: number };

/** Does `work` again and again for `ms`, `inFlight` at a time; CPU is that of this process, per piece. */
export async function measure(inFlight: number, ms: number, work: () => Promise<void>): Promise<Measured> {
  let done = 0;
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const end = begin + ms;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < end) {
        await work();
        done++;
      }
    }),
  );
  const took = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (done / took) * 1000, cpuMs: (user + system) / 1000 / done };
}

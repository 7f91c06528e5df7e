// Next's hook at start: the loops run also under a plain `next start`.

export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this at build time, which is what keeps Node's modules out of its edge bundle.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { ensureRuntime } = await import('#server/runtime.ts');
  ensureRuntime();
}

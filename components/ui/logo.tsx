import { cn } from './styles.ts';

/** The mark: a D that is also a docket, torn off at its notch and ticked. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn('size-6 shrink-0', className)}>
      <path
        className="fill-accent"
        d="M6.5 3H16a13 13 0 0 1 0 26H6.5A2.5 2.5 0 0 1 4 26.5v-5.9a4.6 4.6 0 0 0 0-9.2V5.5A2.5 2.5 0 0 1 6.5 3Z"
      />
      <path
        className="fill-none stroke-on-accent"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m13 16.4 3.3 3.3 6.2-7.2"
      />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <LogoMark />
      <span className="font-semibold text-ink text-lg tracking-[-0.02em]">Docket</span>
    </span>
  );
}

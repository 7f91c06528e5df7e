import type { ReactNode } from 'react';

/** A key of the keyboard by what stands on it; `Kbd` knows that, this draws it. */
export function Keycap({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-2xs leading-none">
      {children}
    </kbd>
  );
}

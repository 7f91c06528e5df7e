'use client';

import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { useFieldWiring } from './field-context.ts';
import { cn } from './styles.ts';

/** On or off with effect at once or a plain yes/no of a form; wants a Field of layout `inline`. */
export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  const wiring = useFieldWiring(rest);
  return (
    <Radix.Root
      className={cn(
        'relative inline-flex h-5 w-8.5 shrink-0 items-center rounded-full border border-control bg-sunken transition-colors',
        'after:absolute after:inset-x-0 after:-inset-y-3 data-[state=checked]:border-accent data-[state=checked]:bg-accent',
        'aria-invalid:border-danger disabled:opacity-50',
        className,
      )}
      {...rest}
      {...wiring}
    >
      <Radix.Thumb className="ml-[3px] size-3 rounded-full bg-muted transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
    </Radix.Root>
  );
}

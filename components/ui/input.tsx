'use client';

import type { ComponentProps } from 'react';
import { useFieldWiring } from './field-context.ts';
import { tv } from './styles.ts';

export const inputStyles = tv({
  base: [
    'base:w-full min-w-0 rounded-md border border-control bg-surface px-2.5 base:text-base text-ink transition-[border-color,box-shadow] touch:text-lg',
    'hover:border-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-focus focus-visible:outline-offset-0',
    'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger',
    '[&[readonly]]:border-line [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted',
  ],
  variants: { lines: { one: 'base:h-9 touch:h-11', many: 'py-2' } },
  defaultVariants: { lines: 'one' },
});

/** A line of text; inside a Field it takes its label, help and error from there. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" className={inputStyles({ className })} {...rest} {...useFieldWiring(rest)} />;
}

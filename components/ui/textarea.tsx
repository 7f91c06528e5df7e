'use client';

import type { ComponentProps } from 'react';
import { useFieldWiring } from './field-context.ts';
import { inputStyles } from './input.tsx';

/** Several lines of text in a box that grows with them. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={inputStyles({
        lines: 'many',
        className: `field-sizing-content max-h-96 base:min-h-20 resize-y ${className ?? ''}`,
      })}
      {...rest}
      {...useFieldWiring(rest)}
    />
  );
}

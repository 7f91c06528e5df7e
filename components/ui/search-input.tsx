'use client';

import { Search } from 'lucide';
import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';
import { Input } from './input.tsx';
import { cn } from './styles.ts';

export type SearchInputProps = Omit<ComponentProps<'input'>, 'type' | 'aria-label'> & { label: string };

/** A search box named by `label`, which is also its placeholder unless another is given. */
export function SearchInput({ label, placeholder = label, className, ...rest }: SearchInputProps) {
  return (
    <div className={cn('relative', className)}>
      <Icon
        of={Search}
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-muted"
      />
      <Input type="search" aria-label={label} placeholder={placeholder} className="h-8 pl-8 text-sm" {...rest} />
    </div>
  );
}

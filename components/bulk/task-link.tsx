'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { TextLink } from '../ui/text-link.tsx';
import { type DeskTask, keyOf } from './bulk.ts';

/** Leads to a task on a page of its own, beside what is being worked on. */
export function TaskLink({ task, children }: { task: DeskTask; children: ReactNode }) {
  const isDesk = usePathname().startsWith('/admin');
  return (
    <TextLink href={`/tasks/${keyOf(task)}${isDesk ? '?from=admin' : ''}`} target="_blank">
      {children}
    </TextLink>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { MiniDiagram } from '../diagram/mini-diagram.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { diagramQuery } from './side-queries.ts';
import type { TaskId } from './task-query.ts';

/** The workflow of a task as a small picture, with the step at which it stands. Nothing where it cannot be read: the task goes on without. */
export function TaskFlow({ id }: { id: TaskId }) {
  const { data: place, isError } = useQuery(diagramQuery(id));
  if (isError) return null;
  if (!place) return <Skeleton className="h-24 w-full" />;
  return <MiniDiagram place={place} className="max-h-80" />;
}

'use client';

import { ChevronsDown, ChevronsUp } from 'lucide';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { cn } from '../ui/styles.ts';

const USUAL = 50;
const MARKED = 20;

/** A priority that is well above or below the usual one; nothing for the others. */
export function PriorityMark({ priority, className }: { priority: number; className?: string }) {
  const t = useTranslations('task.priority');
  if (Math.abs(priority - USUAL) < MARKED) return null;
  const isHigh = priority > USUAL;
  const icon = isHigh ? ChevronsUp : ChevronsDown;
  return (
    <span className={cn('inline-flex items-center gap-1', isHigh ? 'text-warning-ink' : 'text-muted', className)}>
      <Icon of={icon} className="size-3.5 shrink-0" />
      {t(isHigh ? 'high' : 'low')}
    </span>
  );
}

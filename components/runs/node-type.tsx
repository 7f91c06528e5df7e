'use client';

import { useTranslations } from 'use-intl';
import type { NodeType as Type } from '#contracts/wf-spec.ts';
import { NODE_ICONS } from '../diagram/node-icon.tsx';
import { Icon } from '../ui/icon.tsx';

/** What kind of node it is, as icon and word. */
export function NodeType({ type }: { type: Type }) {
  const t = useTranslations('runs.nodeType');
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted text-xs [&_svg]:size-3.5">
      <Icon of={NODE_ICONS[type]} />
      {t(type)}
    </span>
  );
}

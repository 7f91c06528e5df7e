'use client';

import { Check, Copy, X } from 'lucide';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

export type CopyButtonProps = {
  value: string;
  /** What is copied, as in "Copy task id". */
  label: string;
  className?: string;
};

const looks = {
  idle: { icon: <Icon of={Copy} />, says: undefined },
  copied: { icon: <Icon of={Check} />, says: 'copied' },
  refused: { icon: <Icon of={X} />, says: 'copyRefused' },
} as const;

/** Puts a value on the clipboard and says whether that worked. */
export function CopyButton({ value, label, className }: CopyButtonProps) {
  const t = useTranslations('ui');
  const [state, setState] = useState<keyof typeof looks>('idle');

  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1800);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // No permission, or a page without TLS, where browsers offer no clipboard.
      setState('refused');
    }
  }

  const { icon, says: key } = looks[state];
  const says = key && t(key);
  return (
    <>
      <IconButton size="sm" label={says ?? label} icon={icon} onClick={copy} className={className ?? ''} />
      <span role="status" className="sr-only">
        {says}
      </span>
    </>
  );
}

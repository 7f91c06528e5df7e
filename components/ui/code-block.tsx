'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from './copy-button.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { cn } from './styles.ts';

export type CodeBlockProps = {
  /** What it shows, read aloud and part of the copy button's name. */
  label: string;
  code: string;
  className?: string;
  /** The same text marked up; plain `code` otherwise. */
  children?: ReactNode;
};

/** Text to read exactly and to copy. */
export function CodeBlock({ label, code, className, children }: CodeBlockProps) {
  const t = useTranslations('ui');
  return (
    <div className={cn('group relative rounded-md border border-line bg-sunken', className)}>
      <ScrollRegion label={label} className="max-h-120 rounded-md px-3.5 py-3 pr-12">
        <pre className="font-mono text-xs leading-5">
          <code>{children ?? code}</code>
        </pre>
      </ScrollRegion>
      <CopyButton value={code} label={t('copy', { what: label })} className="absolute top-1.5 right-1.5" />
    </div>
  );
}

/** A name or a value of the machine within a sentence. */
export function InlineCode({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <code className={cn('rounded-sm bg-sunken px-1 py-0.5 font-mono base:text-[0.9em]', className)}>{children}</code>
  );
}

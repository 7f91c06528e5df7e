import { useTranslations } from 'use-intl';
import { cn } from './styles.ts';

export type KbdProps = { keys: readonly string[]; className?: string };

/** Keys to press together, each in its own cap, on which stands what the reader's keyboard says. */
export function Kbd({ keys, className }: KbdProps) {
  const t = useTranslations('ui.keys');
  return (
    <span className={cn('inline-flex items-center gap-0.5', className)}>
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-2xs leading-none"
        >
          {key === 'Ctrl' || key === 'Shift' ? t(key) : key}
        </kbd>
      ))}
    </span>
  );
}

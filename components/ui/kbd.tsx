import { useTranslations } from 'use-intl';
import { Keycap } from './keycap.tsx';
import { cn } from './styles.ts';

export type KbdProps = { keys: readonly string[]; className?: string };

/** Keys to press together, each in its own cap, on which stands what the reader's keyboard says. */
export function Kbd({ keys, className }: KbdProps) {
  const t = useTranslations('ui.keys');
  return (
    <span className={cn('inline-flex items-center gap-0.5', className)}>
      {keys.map((key) => (
        <Keycap key={key}>{key === 'Ctrl' || key === 'Shift' ? t(key) : key}</Keycap>
      ))}
    </span>
  );
}

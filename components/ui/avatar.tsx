import { UsersRound } from 'lucide';
import type { CSSProperties } from 'react';
import { Icon } from './icon.tsx';
import { tv } from './styles.ts';

const styles = tv({
  base: 'inline-flex shrink-0 select-none items-center justify-center font-medium [&_svg]:size-[58%]',
  variants: {
    size: {
      xs: 'base:size-4.5 text-[0.5rem]',
      sm: 'base:size-6 text-[0.625rem]',
      md: 'base:size-7 text-2xs',
      lg: 'base:size-9 text-xs',
    },
    kind: { person: 'rounded-full', group: 'rounded-sm' },
  },
  defaultVariants: { size: 'sm', kind: 'person' },
});

function initialsOf(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(Boolean);
  const [first = '?', second] = words;
  return (second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2)).toUpperCase();
}

/** A hue of twelve that is always the same for the same name. */
function hueOf(name: string): number {
  let hash = 7;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 4_294_967_291;
  return (hash % 12) * 30 + 15;
}

export type AvatarProps = {
  name: string;
  kind?: 'person' | 'group';
  size?: 'xs' | 'sm' | 'md' | 'lg';
  className?: string;
};

/** Who it is, as initials on a colour of their own; decoration, so the name must stand beside it. */
export function Avatar({ name, kind = 'person', size, className }: AvatarProps) {
  const hue = hueOf(name);
  const colours: CSSProperties = {
    background: `oklch(var(--avatar-lightness) var(--avatar-chroma) ${hue})`,
    color: `oklch(var(--avatar-ink-lightness) var(--avatar-ink-chroma) ${hue})`,
  };
  return (
    <span aria-hidden className={styles({ size, kind, className })} style={colours}>
      {kind === 'group' ? <Icon of={UsersRound} /> : initialsOf(name)}
    </span>
  );
}

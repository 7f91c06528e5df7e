import Link from 'next/link';
import type { ComponentProps } from 'react';
import { tv } from './styles.ts';

const styles = tv({
  base: 'rounded-xs underline decoration-1 underline-offset-[3px] transition-colors',
  variants: {
    quiet: {
      true: 'base:text-ink decoration-transparent hover:decoration-current',
      false: 'base:text-accent-ink decoration-accent-line hover:decoration-current',
    },
  },
  defaultVariants: { quiet: false },
});

export type TextLinkProps = ComponentProps<typeof Link> & { quiet?: boolean };

/** A link in running text; `quiet` for names in tables and lists, where a column of underlines would be noise. */
export function TextLink({ quiet, className, ...rest }: TextLinkProps) {
  return <Link className={styles({ quiet, className })} {...rest} />;
}

import type { ReactNode } from 'react';
import { tv } from './styles.ts';

const styles = tv({
  base: 'mx-auto grid w-full grid-cols-[minmax(0,1fr)] content-start gap-6 px-4 py-5 md:px-8 md:py-7',
  variants: { width: { reading: 'max-w-190', standard: 'max-w-300', wide: 'max-w-380', full: '' } },
  defaultVariants: { width: 'standard' },
});

/** The column of a page that scrolls as a whole. */
export function Page({ width, children }: { width?: 'reading' | 'standard' | 'wide' | 'full'; children: ReactNode }) {
  return <div className={styles({ width })}>{children}</div>;
}

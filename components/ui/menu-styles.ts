import { tv } from './styles.ts';

/** The floating card of menus and popovers. */
export const floatClass =
  'base:z-50 animate-pop-in rounded-lg border border-line bg-raised text-ink shadow-md outline-none dark:border-line-strong';

export const menuItemStyles = tv({
  base: [
    'relative flex h-8 cursor-default select-none items-center gap-2.5 rounded-sm px-2 text-base outline-none touch:h-11',
    'aria-disabled:pointer-events-none aria-disabled:opacity-50 base:data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
  ],
  variants: {
    tone: {
      plain: '[&_svg]:text-muted',
      danger: 'text-danger-ink data-highlighted:bg-danger-soft',
    },
  },
  defaultVariants: { tone: 'plain' },
});

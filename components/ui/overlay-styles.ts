import { tv } from './styles.ts';

/** The dimmed page, which also centres the window (and lets a tall one scroll). */
export const overlayClass =
  'fixed inset-0 z-40 grid animate-fade-in place-items-center overflow-y-auto bg-scrim p-4 max-md:place-items-end max-md:p-0';

/** The parts of Dialog and ConfirmDialog. */
export const windowStyles = tv({
  slots: {
    frame:
      'relative w-full animate-dialog-in rounded-xl border border-line bg-raised text-ink shadow-lg outline-none dark:border-line-strong max-md:rounded-b-none max-md:border-x-0 max-md:border-b-0',
    head: 'px-5 pt-4.5 pb-4 pr-13',
    heading: 'font-semibold text-lg',
    text: 'mt-1 text-muted text-base',
    body: 'px-5 pb-5',
    foot: 'flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 max-md:pb-safe max-md:[&>*]:flex-1',
  },
  variants: {
    size: {
      sm: { frame: 'md:max-w-105' },
      md: { frame: 'md:max-w-130' },
      lg: { frame: 'md:max-w-180' },
    },
  },
  defaultVariants: { size: 'md' },
});

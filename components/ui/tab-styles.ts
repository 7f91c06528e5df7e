import { tv } from './styles.ts';

export const tabListStyles = tv({ base: 'flex gap-5 overflow-x-auto border-line border-b [scrollbar-width:none]' });

export const tabStyles = tv({
  base: [
    '-mb-px inline-flex h-10 shrink-0 items-center gap-2 border-transparent border-b-2 font-medium text-muted text-sm transition-colors touch:h-11',
    'hover:text-ink focus-visible:-outline-offset-2',
    'data-[state=active]:border-accent data-[state=active]:text-ink aria-[current]:border-accent aria-[current]:text-ink',
  ],
});

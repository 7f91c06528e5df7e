'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn, tv } from './styles.ts';
import { Tooltip } from './tooltip.tsx';

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** How many wait there, as text. */
  count?: ReactNode;
  /** Beside it, where the rail is wide: what can be done with the place itself. */
  menu?: ReactNode;
  /** Only this very path, not those below it. */
  exact?: boolean;
};

export type NavSection = { label?: string; items: readonly NavItem[] };

const styles = tv({
  slots: {
    link: [
      'group flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-muted text-sm transition-colors touch:h-11',
      'hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink [&_svg]:size-4 [&_svg]:shrink-0 aria-[current]:[&_svg]:text-accent-ink',
    ],
    text: 'flex-1 truncate',
    count: 'text-xs tabular-nums',
    heading: 'px-2 pt-4 pb-1 text-muted text-xs',
  },
  variants: {
    collapsible: {
      true: {
        link: 'max-xl:justify-center max-xl:px-0',
        text: 'max-xl:sr-only',
        count: 'max-xl:sr-only',
        heading:
          'max-xl:mx-1 max-xl:my-2 max-xl:h-px max-xl:overflow-hidden max-xl:bg-line max-xl:p-0 max-xl:text-transparent',
      },
    },
  },
});

/** The places one can go; `collapsible` leaves only icons between 768 and 1279 px. */
export function NavList({ sections, collapsible = false }: { sections: readonly NavSection[]; collapsible?: boolean }) {
  const isCurrent = useIsCurrent();
  const { link, text, count, heading } = styles({ collapsible });
  return (
    <>
      {sections.map((section) => (
        <div key={section.label ?? section.items[0]?.href} className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
          {section.label ? <p className={heading()}>{section.label}</p> : null}
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
            {section.items.map((item) => {
              const anchor = (
                <AppLink
                  href={item.href}
                  className={link({ className: item.menu ? 'group-focus-within/item:pr-9 group-hover/item:pr-9' : '' })}
                  {...(isCurrent(item) ? { 'aria-current': 'page' } : {})}
                >
                  {item.icon}
                  <span className={text()}>{item.label}</span>
                  {item.count === undefined ? null : <span className={count()}>{item.count}</span>}
                </AppLink>
              );
              return (
                <li key={item.href} className="group/item relative">
                  {collapsible ? (
                    <Tooltip content={item.label} side="right" className="xl:hidden">
                      {anchor}
                    </Tooltip>
                  ) : (
                    anchor
                  )}
                  {item.menu ? (
                    <span
                      className={cn(
                        'absolute inset-y-0 right-0.5 flex items-center opacity-0 focus-within:opacity-100 group-hover/item:opacity-100 has-data-[state=open]:opacity-100 touch:opacity-100',
                        collapsible && 'max-xl:hidden',
                      )}
                    >
                      {item.menu}
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </>
  );
}

/** An item is current when its path is ours or above ours and every parameter it names is set as it says. */
function useIsCurrent() {
  const path = usePathname();
  const params = useSearchParams();
  return ({ href, exact = false }: NavItem) => {
    const [target = '', query = ''] = href.split('?');
    const onPath = path === target || (!exact && path.startsWith(`${target}/`));
    return onPath && [...new URLSearchParams(query)].every(([name, value]) => params.get(name) === value);
  };
}

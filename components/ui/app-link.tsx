'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';

export type AppLinkProps = ComponentProps<'a'> & { href: string };

/**
 * A link to another page of Docket, fetched ahead once somebody goes towards it. For what every page brings along: there next/link, which
 * fetches all that is in sight besides, weighs more than the rest of the rail.
 */
export function AppLink({ href, onClick, onPointerEnter, onFocus, ...rest }: AppLinkProps) {
  const router = useRouter();

  function fetchAhead() {
    if (new URL(href, window.location.href).pathname !== window.location.pathname) router.prefetch(href);
  }

  return (
    <a
      href={href}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        fetchAhead();
      }}
      onFocus={(event) => {
        onFocus?.(event);
        fetchAhead();
      }}
      onClick={(event) => {
        onClick?.(event);
        const isForBrowser = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
        if (event.defaultPrevented || isForBrowser || rest.target !== undefined || rest.download !== undefined) return;
        event.preventDefault();
        router.push(href);
      }}
      {...rest}
    />
  );
}

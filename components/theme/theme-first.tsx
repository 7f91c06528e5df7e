'use client';

import { useEffect, useRef } from 'react';

/** The page's own script for its theme. Where the browser drew the page itself, as where something is forbidden, it stands there without having run. */
export function ThemeFirst({ script }: { script: string }) {
  const own = useRef<HTMLScriptElement>(null);
  useEffect(() => {
    const { classList } = document.documentElement;
    if (classList.contains('light') || classList.contains('dark')) return;
    const running = document.createElement('script');
    running.textContent = own.current?.textContent ?? '';
    document.head.append(running);
  }, []);
  return <script ref={own}>{script}</script>;
}

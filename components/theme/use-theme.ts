'use client';

import { useSyncExternalStore } from 'react';
import { THEME_CHOSEN, THEME_KEY } from './theme-script.ts';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme that was chosen in this browser. */
export const useTheme = (): Theme => useSyncExternalStore(follow, chosenTheme, () => 'system');

/** Whether the page is dark, whoever decided that. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(
    follow,
    () => document.documentElement.classList.contains('dark'),
    () => false,
  );

/** Chooses for all windows of this browser; where it keeps nothing, as in some private windows, nothing changes. */
export function setTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(THEME_CHOSEN));
}

function chosenTheme(): Theme {
  try {
    return THEMES.find((known) => known === localStorage.getItem(THEME_KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

/** The page's own script listens to the same since before, so the page has changed when these are called. */
function follow(onChange: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', onChange);
  for (const event of [THEME_CHOSEN, 'storage']) window.addEventListener(event, onChange);
  return () => {
    system.removeEventListener('change', onChange);
    for (const event of [THEME_CHOSEN, 'storage']) window.removeEventListener(event, onChange);
  };
}

// Light or dark, as the system has it.
import { expect, type Page } from '@playwright/test';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Has the system change its theme, and waits until the page has followed; it does as soon as it is alive. */
export async function putTheme(page: Page, theme: Theme): Promise<void> {
  await expect(async () => {
    for (const colorScheme of [theme === 'light' ? 'dark' : 'light', theme] as const) {
      await page.emulateMedia({ colorScheme });
    }
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${theme}\\b`), { timeout: 500 });
  }).toPass();
}

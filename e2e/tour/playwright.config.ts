// The screenshot tour: `npm run tour`.
import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';

export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: 'walk.ts',
  outputDir: '../../test-results/tour',
  globalSetup: './start-docket.ts',
  reporter: 'list',
  // Of the pages nothing moves, and the caret does not blink into a picture.
  use: {
    ...journeys.use,
    trace: 'off',
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
});

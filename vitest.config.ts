import { defineConfig } from 'vitest/config';

// One that works takes a second or two, and several times as long where others are at work too.
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };
const elsewhere = ['**/node_modules/**', '.next/**', '.data/**', 'sdk/dist/**', 'e2e/**'];

export default defineConfig({
  test: {
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['./scripts/testing/database-setup.ts'],
          ...patience,
        },
      },
    ],
  },
});

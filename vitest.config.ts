import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '.next/**', '.data/**', 'sdk/dist/**', 'e2e/**'];

// Against what never ends, not against what is slow: machines are busy at times.
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
        },
      },
      {
        test: {
          ...patience,
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['./scripts/testing/database-setup.ts'],
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '**/dist/**', '**/.types/**', 'e2e/**']

/** Two workers, since two cores are what a small machine has; files share a worker, so that a database is loaded once in it. */
const together = { isolate: false, maxWorkers: 2, exclude: never }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...together,
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.{int,race,slow}.test.ts'],
          testTimeout: 20_000,
        },
      },
      { test: { ...together, name: 'slow', include: ['**/*.slow.test.ts'], maxWorkers: 1, testTimeout: 60_000 } },
      { test: { ...together, name: 'int', include: ['**/*.int.test.ts'], testTimeout: 20_000, hookTimeout: 60_000 } },
      {
        test: {
          ...together,
          name: 'race',
          include: ['**/*.race.test.ts'],
          maxWorkers: 1,
          globalSetup: ['server/src/platform/postgres-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tools/setup/closing-line.mjs'],
    projects: ['packages/*', 'tools/*'].map((folder) => ({
      test: {
        include: [`${folder}/src/**/*.test.ts`, `${folder}/test/**/*.test.ts`],
        // A test that hangs must end; how fast the machine is must decide nothing.
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
});

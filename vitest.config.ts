import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tools/setup/closing-line.mjs'],
    projects: ['packages/*', 'tools/*'].map((folder) => ({
      test: { include: [`${folder}/src/**/*.test.ts`, `${folder}/test/**/*.test.ts`] },
    })),
  },
});

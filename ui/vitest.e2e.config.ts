import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The specs stand in ../tests/ui, beside the other tests of the whole; their tools are installed here.
export default defineConfig({
  root: here('..'),
  resolve: {
    alias: {
      'playwright-core': here('./node_modules/playwright-core/index.mjs'),
      'axe-core': here('./node_modules/axe-core/axe.js'),
      vitest: here('./node_modules/vitest/dist/index.js'),
    },
  },
  test: {
    include: ['tests/ui/**/*.spec.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // A slow machine is no failure.
    expect: { poll: { timeout: 10_000 } },
  },
});

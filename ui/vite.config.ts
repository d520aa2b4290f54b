import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const bridge = process.env.STANDVAST_BRIDGE_URL;

export default defineConfig({
  // Relative addresses: the same files are served by the bridge and from inside the application.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: ['chrome111', 'safari16.4'],
    // No data: addresses, so that the content security policy can be 'self' alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  // While developing, the bridge answers: STANDVAST_BRIDGE_URL names it, the page needs the same #token.
  server: { strictPort: true, ...(bridge && { proxy: { '/api': new URL(bridge).origin } }) },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // Long forms are typed letter by letter, also on a computer that is busy.
    testTimeout: 20_000,
    // A failure names what is missing; the whole page in the log would hide it.
    env: { DEBUG_PRINT_LIMIT: '0' },
  },
});

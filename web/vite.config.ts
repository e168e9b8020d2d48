/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lateStyles } from './tools/late-styles.ts';
import { mockApi } from './tools/mock-api.ts';
import { splitClient } from './tools/split-client.ts';

const api = process.env.OPORA_API ?? 'http://127.0.0.1:5080';

export default defineConfig(({ mode }) => ({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // What a page reads first loads with the page: the queries of all pages together would outweigh the shell.
      codeSplittingOptions: {
        defaultBehavior: [['loader', 'component'], ['errorComponent'], ['notFoundComponent']],
      },
      routesDirectory: './src/app/routes',
      generatedRouteTree: './src/app/routeTree.gen.ts',
      quoteStyle: 'single',
    }),
    splitClient(),
    react(),
    lateStyles(),
    mode === 'mock' ? mockApi() : null,
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    // The server refuses a write whose Origin is not its own host, so the proxy keeps the browser's Host.
    proxy: mode === 'mock' ? undefined : { '/api': { target: api, changeOrigin: false } },
  },
  build: {
    target: 'es2023',
    // A data: font or image would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    manifest: true,
    // The shell lists the chunks of every page: their names weigh there, the manifest tells whose they are.
    rollupOptions: { output: { chunkFileNames: 'assets/[hash].js' } },
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['./src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    restoreMocks: true,
    unstubGlobals: true,
    // One loading of the libraries for all files of a worker; setup.ts leaves nothing of one test to the next.
    isolate: false,
    testTimeout: 60_000,
  },
}));

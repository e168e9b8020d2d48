import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromium = known.find((path) => path && existsSync(path));

// Journeys through the built product with its demo data: the server is started once, on a free port, with a data folder of its own.
export default defineConfig({
  testDir: 'journeys',
  globalSetup: './support/start-product.js',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
});

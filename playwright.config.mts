import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/support/browser';
import { dataDirectory } from './scripts/steps/paths.mjs';

const executablePath = await findBrowser(dataDirectory);
// Inherited by Playwright's workers, which read this file again.
process.env.CHROME_PATH = executablePath;

const report = process.env.E2E_REPORT;

export default defineConfig({
  testDir: 'e2e',
  // One waits for the pipeline while the other looks at screens; files of tests share nothing but the sample.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: report ? [['line'], ['json', { outputFile: report }]] : 'line',
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    viewport: { width: 1280, height: 800 },
    // A trace of every page costs a fifth of the time.
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath,
      args: [
        // Only our own pages are opened, and the sandbox is not to be had as root and in most containers.
        '--no-sandbox',
        // A browser under test speaks to nobody but the server under test.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-pings',
      ],
    },
  },
});

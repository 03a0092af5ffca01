import { chromium } from '@playwright/test';
import { findBrowser } from './e2e/support/browser';
const [,, email, password] = process.argv;
const base='http://127.0.0.1:4155';
const executablePath = await findBrowser('/tmp/i5browser');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const [name, width, scheme] of [['desk', 1366, 'light'], ['phone', 360, 'dark']] as const) {
  const context = await browser.newContext({ viewport: { width, height: 1100 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto(`${base}/sign-in`);
  await page.getByLabel(/mail/i).fill(email!); await page.getByLabel(/password/i).first().fill(password!);
  await page.getByRole('button', { name: /sign in/i }).click(); await page.waitForURL(/\/w\//, { timeout: 60000 });
  await page.goto(`${base}/w/sample/accounts/health`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `/tmp/i5shots/${name}-health.png` });
  await page.locator('table a').first().click(); await page.waitForURL(/accounts\/[0-9a-f-]{36}/);
  await page.waitForLoadState('networkidle');
  await page.locator('#outlook').scrollIntoViewIfNeeded(); await page.evaluate(() => document.getElementById('outlook')?.scrollIntoView());
  await page.screenshot({ path: `/tmp/i5shots/${name}-outlook.png` });
  console.log(page.url());
  await context.close();
}
await browser.close();

import { expect, expectAccessible, expectContrast, signIn, test, waitForRanking } from './support/test';
test('shots', async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/alerts');
  const hrefs = await page.locator('main a[href]').evaluateAll((l) => l.map((a) => a.getAttribute('href') ?? ''));
  const id = hrefs.find((h) => /alerts\/[0-9a-f-]{36}/.test(h)) ?? '';
  const crash = await page.getByRole('link', { name: /crash/i }).first().getAttribute('href') ?? '';
  await page.goto(crash);
  const theme = (await page.locator('main a[href*="/themes/"]').first().getAttribute('href')) ?? '';
  for (const [size, viewport] of Object.entries({ desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } })) {
    await page.setViewportSize(viewport);
    for (const [name, path] of Object.entries({ list: '/w/sample/alerts', alert: crash, other: id, rules: '/w/sample/alerts/rules', none: '/w/sample/alerts?state=dismissed', overview: '/w/sample', theme, themes: '/w/sample/themes' })) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await expect(page.locator('main h1').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await page.screenshot({ path: `/tmp/shots-emerging/${size}-${name}-light.png`, fullPage: true });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForTimeout(250);
      await expectContrast(page);
      await page.screenshot({ path: `/tmp/shots-emerging/${size}-${name}-dark.png`, fullPage: true });
    }
  }
});

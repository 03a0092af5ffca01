import { expect, expectAccessible, signIn, test, waitForRanking } from './support/test';

test('every number of a churn comparison opens as many rows', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page);
  await waitForRanking(page);

  const openCount = async (text: string, href: string) => {
    await page.goto(href);
    const current = page.locator('main nav a[aria-current="page"]');
    await expect(current).toContainText(text);
    const summary = page.getByRole('navigation', { name: 'Pages' });
    if (text !== '0') await expect(summary).toContainText(new RegExp(`of ${text} account`));
    await expect(page.getByText('Data changed since the ranking')).toHaveCount(0);
    await expectAccessible(page);
  };
  const linksIn = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((links) => links.map((link) => [link.textContent ?? '', link.getAttribute('href') ?? '']));

  const header = await linksIn('main a[href*="/issues/looked-at"]');
  expect(header).toHaveLength(2);
  for (const [text = '', href = ''] of header) await openCount(text.replace(/ accounts?$/, ''), href);

  await page.goto('/w/sample/issues');
  await page.locator('main table a[href*="/issues/"]:not([href*="?"]):not([href*="#"])').first().click();
  await expect(page.locator('#churn-counts')).toBeVisible();
  const counts = await linksIn('#churn-counts a');
  expect(counts).toHaveLength(5);
  for (const [text = '', href = ''] of counts) await openCount(text, href);

  const [, months = ''] = counts[1] ?? [];
  await page.goto(months);
  const statements = page.locator('main table a[href*="/feedback?"]').first();
  const said = (await statements.textContent()) ?? '';
  await statements.click();
  await expect(page.locator('main header').first()).toContainText(said);
});

test('every number of a ranking recomputed for a part opens as many rows', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/issues?channel=ticket');
  const row = page.locator('main table tbody tr').first();
  const hrefOf = async (part: string) =>
    (await row.locator(`a[href*="${part}"]`).first().getAttribute('href')) ?? '';
  const textOf = async (part: string) =>
    (await row.locator(`a[href*="${part}"]`).first().textContent()) ?? '';
  const [ever, accounts] = [await hrefOf('accounts=ever'), await textOf('accounts=ever')];
  const [now, months] = [await hrefOf('accounts=now'), await hrefOf('list=months')];

  await page.goto(ever);
  await expect(page.locator('main header').first()).toContainText('Recomputed for Channel: Ticket');
  const current = page.locator('main nav a[aria-current="page"]');
  await expect(current).toContainText(accounts.replace(/ accounts?$/, ''));
  await expect(page.getByRole('navigation', { name: 'Pages of accounts' })).toContainText(`of ${accounts}`);
  await expectAccessible(page);
  await page.goto(now);
  await expect(current).toContainText('Exposed now');
  await page.goto(months);
  await expect(page.getByText('Data changed since the ranking')).toHaveCount(0);
  const counted = ((await current.textContent()) ?? '').replace(/\D+/g, ' ').trim();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(
    new RegExp(`of ${Number(counted.replaceAll(' ', '')).toLocaleString('en')} account month`),
  );
  await expectAccessible(page);
});

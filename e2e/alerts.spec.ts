import { expect, signIn, test, waitForRanking } from './support/test';

test('the planted surge is found on its day, explained, answered, and opened again', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await waitForRanking(page);
  const surge = page.getByRole('link', { name: /crash/i }).first();
  await expect(async () => {
    await page.goto('/w/sample/alerts?kind=theme_surge');
    await expect(surge).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await surge.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/crash/i);
  await expect(page.getByText(/standard deviation is/)).toBeVisible();
  await expect(page.getByText(/Benjamini-Hochberg over them: q/)).toBeVisible();
  await expect(page.getByRole('figure').filter({ hasText: 'In context' })).toHaveCount(3);
  const address = page.url();

  // In the sentence under the title, and among the facts.
  const counts = page.getByRole('link', { name: /^\d+ statements?$/ });
  await expect(counts).toHaveCount(2);
  const rows = counts.first();
  expect(await counts.last().textContent()).toBe(await rows.textContent());
  const count = Number.parseInt((await rows.textContent()) ?? '', 10);
  await rows.click();
  await expect(page.getByText(new RegExp(`^${count} statements? fits?,`))).toBeVisible();

  await page.goto(address);
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(page.getByText(/Acknowledged by /)).toBeVisible();
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(page.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
});

test('a rule says what is wrong with a threshold, and keeps a right one', async ({ page }) => {
  await signIn(page);
  await page.goto('/w/sample/alerts/rules');
  const section = page.getByRole('region', { name: 'New theme' });
  const fewest = section.getByLabel('Fewest statements');
  await fewest.fill('many');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Give a number from 1 to 1000.')).toBeVisible();
  await fewest.fill('3');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText(/^Saved\./)).toBeVisible();
});

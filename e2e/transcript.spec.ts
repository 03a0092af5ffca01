import { expect, expectAccessible, signIn, test } from './support/test';

test('a transcript is read, its sides are chosen, and what the customer says is stored', async ({ page }) => {
  const word = `export${Date.now()}`;
  await signIn(page);
  await page.goto('/w/sample/imports/new');
  await page.getByRole('link', { name: 'A transcript of a call or chat' }).click();
  await page.getByLabel('Or paste it here').fill(`Ann: The ${word} is slow\nSam: Since when`);
  await page.getByLabel('Began, in UTC').fill('2026-05-01T10:00');
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByText('2 speakers')).toBeVisible();
  await page.getByRole('button', { name: 'Store what customers say' }).click();
  await expect(page.getByText('Nobody is a customer yet')).toBeVisible();
  await page.getByLabel('Side of Ann').selectOption('customer');
  await page.getByRole('button', { name: 'Store what customers say' }).click();
  await expect(page.getByText('1 statement stored')).toBeVisible();
  await page.getByRole('link', { name: 'Show in feedback' }).click();
  await expect(page.getByText(/^1 statement fits/)).toBeVisible();
  await expect(page.getByText(`The ${word} is slow`)).toBeVisible();

  // Who was taken for staff by mistake becomes a customer, without another import.
  await page.getByRole('link', { name: `The ${word} is slow` }).click();
  await page.getByRole('link', { name: 'Whole conversation' }).click();
  await expect(page.getByRole('heading', { name: 'Who speaks' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Is a customer.*Staff 1/ }).click();
  await expect(page.getByRole('button', { name: /^Is staff.*Customer 2/ })).toBeVisible();
  await page.getByRole('link', { name: '2 statements' }).click();
  await expect(page.getByText(/^2 statements fit/)).toBeVisible();
});

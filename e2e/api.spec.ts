import { expect, signIn, test, waitForRanking } from './support/test';

test('a key is made, shown once, used from the page to try the API, and revoked', async ({ page }) => {
  const name = `Helpdesk ${Date.now()}`;
  test.setTimeout(180_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/settings/api-keys');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByText('Tick at least one')).toBeVisible();
  await page.getByRole('checkbox', { name: 'themes:read' }).check();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByText('it is shown only this once')).toBeVisible();
  const key = await page.getByRole('region', { name: `Key “${name}”` }).innerText();
  expect(key).toMatch(/^vrb_secret_/);

  await page.getByRole('link', { name: 'Try the API' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Enter your key above first.')).toBeVisible();
  await page.getByLabel('Your key').fill(key);
  await page.getByLabel('Operation').selectOption('listThemes');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Answer: 200')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('"statements"');

  await page.goto('/w/sample/settings/api-keys');
  await expect(page.getByText(key)).toBeHidden();
  const row = page.getByRole('row', { name });
  await expect(row).toContainText('just now');
  await row.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toBeHidden();
  const refused = await page.request.get('/api/v1/themes', { headers: { authorization: `Bearer ${key}` } });
  expect(refused.status()).toBe(401);
});

import { getSignIn } from './support/sign-ins';
import { expect, expectAccessible, signIn, test } from './support/test';

test('signing in, where one came from, and out again', async ({ page }) => {
  await page.goto('/w/sample/feedback?sentiment=negative');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  const { email, password } = getSignIn('Viewer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/w\/sample\/feedback\?sentiment=negative$/);
  await page.locator('summary:visible', { hasText: 'Sample viewer' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/w/sample');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a wrong password says so and tells nothing more', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(getSignIn('Viewer').email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const known = await page.getByRole('alert').filter({ hasText: /\w/ }).first().textContent();
  await page.getByLabel('E-mail address').fill('nobody@example.com');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\w/ }).first()).toHaveText(known ?? '');
});

test('a viewer reads, and is told who may change', async ({ page }) => {
  await signIn(page, 'Viewer');
  const refused = await page.request.get('/w/sample/issues/export?format=csv');
  expect(refused.status()).toBe(403);
  await page.goto('/w/sample/settings/members');
  await expect(page.getByRole('button', { name: /invite/i })).toHaveCount(0);
  const page403 = await page.goto('/w/sample/settings/audit');
  expect(page403?.status()).toBe(403);
  await expect(page.getByText('Your role does not open this page')).toBeVisible();
});

test('another workspace does not exist for strangers', async ({ page }) => {
  await signIn(page, 'Owner');
  const response = await page.goto('/w/somebody-elses');
  expect(response?.status()).toBe(404);
});

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { getSignIn } from './sign-ins';

/** What the browser itself writes when a page is answered with an error that the test asked for. */
const EXPECTED = /the server responded with a status of (401|403|404|422)/;

/** Playwright's test, with a page on which any word in the console is a failure. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const words: string[] = [];
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type()) || EXPECTED.test(message.text())) return;
      words.push(`${message.type()} on ${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => words.push(`uncaught on ${page.url()}: ${error.message}`));
    await use(page);
    expect(words, 'the console stayed silent').toEqual([]);
  },
});

export { expect };

/** Signs in through the form, as the sample user of a role, and opens the sample workspace. */
export async function signIn(page: Page, role = 'Owner'): Promise<void> {
  const { email, password } = getSignIn(role);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // A person of several workspaces is asked which.
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { waitUntil: 'commit' });
  await page.goto('/w/sample');
}

/** Holds the page against WCAG 2.2 AA and checks that nothing makes it scroll sideways; goes on to name all that fails. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  await expectNoViolation(page, axe);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `no sideways scrolling: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Holds the colours that the page has now against WCAG 2.2 AA: all that another theme changes. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, new AxeBuilder({ page }).withRules(['color-contrast']));
}

async function expectNoViolation(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
  expect.soft(found, `accessible: ${page.url()}`).toEqual([]);
}

/** The sample is read in the background after the first start: waits until its issues are ranked. */
export async function waitForRanking(page: Page, workspace = 'sample'): Promise<void> {
  await expect(async () => {
    await page.goto(`/w/${workspace}/issues`);
    await expect(page.getByRole('link', { name: /CRM|sync/i }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 120_000 });
}

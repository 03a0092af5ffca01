import type { Page } from '@playwright/test';
import { dataFile, hasDataSets } from '../lib/core/testing/data-sets';
import { expect, expectAccessible, signIn, test } from './support/test';

const hasData = hasDataSets('the main path over real files');

/** What the labelled data sets hold, counted by other means. */
const FRENCH = { comments: 3_838, scoresOnly: 9_811, refused: 305 };

/** A workspace of its own, so that the sample stays as it was made. */
async function makeWorkspace(page: Page, name: string): Promise<string> {
  await page.goto('/workspaces');
  await page.getByText('New workspace').click();
  await page.getByLabel('Workspace').fill(name);
  await page.locator('details button[type=submit]').click();
  await page.waitForURL(/\/w\/(?!sample)[\w-]+$/);
  return new URL(page.url()).pathname;
}

/** What a person sees: the words of a folded dialog do not count. */
const seen = (page: Page, words: string | RegExp) => page.getByText(words).locator('visible=true').first();

interface FileImport {
  file: string;
  target: 'Feedback' | 'Accounts';
  /** Answers what only a person can know, on the mapping screen. */
  answer?: (page: Page) => Promise<void>;
}

/** Drops a file, looks over its columns, starts it and waits until it is done. */
async function importFile(
  page: Page,
  workspace: string,
  { file, target, answer }: FileImport,
): Promise<void> {
  await page.goto(`${workspace}/imports/new`);
  await page.getByRole('radio', { name: target }).check();
  await page.locator('input[type=file]').setInputFiles(dataFile(file));
  const start = page.getByRole('button', { name: /^Import (about )?[\d,]+ rows?$/ });
  await expect(start).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await answer?.(page);
  await expect(start).toBeEnabled();
  await start.click();
  await expect(seen(page, /^Done$/)).toBeVisible({ timeout: 240_000 });
  await expectAccessible(page);
}

test.describe('from files to a ranked list', () => {
  test.skip(!hasData, 'the data sets are not here');
  test.setTimeout(900_000);

  test('real files in, a ranked and explained list out', async ({ page }) => {
    await signIn(page);
    const workspace = await makeWorkspace(page, 'Real files');

    await importFile(page, workspace, {
      file: 'nps_botanic_fr/nps_original_cp1252.csv',
      target: 'Feedback',
      answer: async (mapping) => {
        await mapping.getByLabel('Currency').first().selectOption('EUR');
        await mapping.getByLabel('Day').fill('2024-06-01');
      },
    });
    await expect(seen(page, FRENCH.scoresOnly.toLocaleString('en'))).toBeVisible();
    await expect(seen(page, FRENCH.refused.toLocaleString('en'))).toBeVisible();

    // The count opens its rows, and the list counts the same.
    await page
      .getByRole('link', { name: new RegExp(FRENCH.comments.toLocaleString('en')) })
      .first()
      .click();
    await expect(page).toHaveURL(/feedback\?import=/);
    await expect(seen(page, FRENCH.comments.toLocaleString('en'))).toBeVisible();

    await importFile(page, workspace, { file: 'cfpb_complaints/with_narrative.csv', target: 'Feedback' });
    await importFile(page, workspace, {
      file: 'nhs_patient_feedback/phase1_single_label.csv',
      target: 'Feedback',
      answer: (mapping) => mapping.getByLabel('Day').fill('2024-06-01'),
    });
    await importFile(page, workspace, {
      file: 'ravenstack_saas_churn/ravenstack_accounts.csv',
      target: 'Accounts',
    });

    await expect(async () => {
      await page.goto(`${workspace}/issues`);
      await expect(page.locator('main a[href*="/issues/"]').first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 240_000 });
    await expectAccessible(page);

    // A number of the ranked list opens exactly its rows.
    const mentions = page.locator('main a[href*="problem=1"]').first();
    const count = (await mentions.textContent())?.match(/[\d,]+/)?.[0] ?? 'no count';
    await mentions.click();
    await expect(page).toHaveURL(/problem=1/);
    await expect(page.locator('main')).toContainText(count);

    // The export answers as a file with the issues of the screen.
    for (const format of ['csv', 'json']) {
      const answer = await page.request.get(`${workspace}/issues/export?format=${format}`);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-disposition']).toMatch(new RegExp(`attachment; .*\\.${format}`));
      expect(await answer.text()).toMatch(/priorityScore/);
    }
  });

  test('the same file again adds nothing, and an import can be undone', async ({ page }) => {
    await signIn(page);
    const workspace = await makeWorkspace(page, 'Twice and undone');
    const file = { file: 'ravenstack_saas_churn/ravenstack_accounts.csv', target: 'Accounts' as const };
    await importFile(page, workspace, file);
    await importFile(page, workspace, file);
    await expect(seen(page, /500/)).toBeVisible();
    await page.goto(`${workspace}/imports`);
    await page.locator('main a[href*="/imports/"]:not([href$="/new"])').last().click();
    await page.getByRole('button', { name: /undo/i }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: /undo/i }).click();
    await expect(page.getByText('This import was undone')).toBeVisible({ timeout: 60_000 });
    await page.goto(`${workspace}/accounts`);
    await expect(page.locator('main a[href*="/accounts/"]')).toHaveCount(0);
  });
});

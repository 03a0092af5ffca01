import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
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
  await expect(seen(page, /^Done$/)).toBeVisible({ timeout: 600_000 });
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
      await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 100 });
    }).toPass({ timeout: 600_000 });
    await expectAccessible(page);

    // A number of the ranked list opens exactly its rows.
    const mentions = page.locator('main a[href*="problem=1"]').first();
    const count = (await mentions.textContent())?.match(/[\d,]+/)?.[0] ?? 'no count';
    await mentions.click();
    await expect(page).toHaveURL(/problem=1/);
    await expect(seen(page, `${count} statements fit`)).toBeVisible();
    await expectAccessible(page);

    // The export holds what the screen shows, in its order.
    await page.goto(`${workspace}/issues`);
    const names = page.locator('main table a[href*="/issues/"]:not([href*="?"])');
    await expect(names.first()).toBeVisible();
    const shown = await names.allTextContents();
    const csv = await page.request.get(`${workspace}/issues/export?format=csv`);
    expect(csv.headers()['content-disposition']).toMatch(/attachment; .*\.csv/);
    const [header, ...lines] = parse(await csv.text(), { bom: true }) as string[][];
    expect(header?.slice(0, 8)).toEqual([
      'rank',
      'themeId',
      'name',
      'priorityScore',
      'frequencyScore',
      'churnScore',
      'impactScore',
      'accounts',
    ]);
    expect(shown.length).toBeGreaterThan(5);
    expect(lines.slice(0, shown.length).map(([, , name]) => name)).toEqual(shown);
    const json = await page.request.get(`${workspace}/issues/export?format=json`);
    const exported = (await json.json()) as { issues: { name: string }[] };
    expect(exported.issues.map(({ name }) => name)).toEqual(lines.map(([, , name]) => name));
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
    await expect(page.locator('main tbody a[href*="/accounts/"]')).toHaveCount(0);
  });
});

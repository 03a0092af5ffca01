import { signIdentity } from '../lib/surveys/identity-token';
import { makeQuestion, makeTemplate } from '../lib/surveys/templates';
import { makeFromFile, makeWorkspace, openSite, read, untilSent, visit } from './support/survey-site';
import { expect, signIn, test } from './support/test';

const low = { question: 'nps', from: 0, to: 6, anyOf: [] };
/** NPS, and who gives at most 6 is asked how easy it was. */
const definition = {
  ...makeTemplate('nps'),
  questions: [
    makeQuestion({ key: 'nps', kind: 'nps', text: 'Would you recommend us?', isRequired: true }),
    { ...makeQuestion({ key: 'ease', kind: 'ces', text: 'How easy was it?' }), showIf: low },
    makeQuestion({ key: 'why', kind: 'long_text', text: 'Why?' }),
  ],
};

test('two tabs are one response, and what is before somebody when a survey closes is theirs to answer', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const workspace = await makeWorkspace(page, 'Survey tabs');
  const made = await makeFromFile(page, workspace, {
    ...{ name: 'Tabs', definition },
    delivery: { mode: 'inline' },
  });
  const { survey, key, siteKey } = made;
  await page.getByRole('button', { name: 'Make a secret' }).click();
  const secret = (await page.getByRole('figure', { name: 'Secret' }).locator('pre').textContent()) ?? '';
  const origin = new URL(page.url()).origin;

  // A link that names nobody.
  await visit(browser, {}, async (one, context) => {
    await one.goto(`${origin}/s/${key}`);
    await one.waitForLoadState('networkidle');
    const two = await context.newPage();
    await two.goto(`${origin}/s/${key}?via=page`);
    const idOf = (tab: typeof one) => new URL(tab.url()).searchParams.get('r');
    await expect.poll(() => idOf(two)).toBe(idOf(one));
    await read(one);
    await one.getByLabel('3 of 10').check();
    await one.getByRole('button', { name: 'Next' }).click();
    await one.getByLabel('2 of 7').check();
    await one.getByRole('button', { name: 'Next' }).click();
    await expect(one.getByRole('heading', { name: 'Why?' })).toBeVisible();
    // The other tab says otherwise, and so skips what the first has answered.
    await two.getByLabel('9 of 10').check();
    await two.getByRole('button', { name: 'Next' }).click();
    await expect(two.getByRole('heading', { name: 'Why?' })).toBeVisible();
    await two.getByRole('button', { name: 'Send' }).click();
    await expect(two.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  });
  await page.goto(`${survey}/responses`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByText('Not counted: the other answers skip these questions.')).toBeVisible();

  // Somebody known, whom a page asks in place, in two browsers; the survey closes while they are at it.
  const token = signIdentity(secret, { contact: 'u1', name: 'Ann Smith' });
  const site = await openSite(origin, siteKey, `<div data-verbatim-survey="${key}"></div>`);
  await visit(browser, {}, async (first) => {
    await visit(browser, {}, async (second) => {
      for (const shop of [first, second]) {
        await shop.addInitScript((signed) => {
          (window as unknown as { verbatim: unknown[] }).verbatim = [['identify', signed]];
        }, token);
        await shop.goto(site.url);
        await expect(shop.getByText('Would you recommend us?')).toBeVisible();
      }
      await page.goto(survey);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
      await read(first);
      await first.getByRole('radio', { name: '8 of 10' }).click();
      await untilSent(first);
      await second.getByRole('radio', { name: /^10 of 10/ }).click();
      await untilSent(second);
    });
  });
  site.close();
  await page.goto(`${survey}/responses`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByText('Ann Smith')).toHaveCount(1);
});

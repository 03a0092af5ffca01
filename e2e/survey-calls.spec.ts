import type { Page } from '@playwright/test';
import { signIdentity } from '../lib/surveys/identity-token';
import { makeQuestion, makeTemplate } from '../lib/surveys/templates';
import { makeFromFile, makeWorkspace, openSite, read, untilSent, visit } from './support/survey-site';
import { expect, expectAccessible, signIn, test } from './support/test';

const entries = (...texts: string[]) => texts.map((text) => ({ key: text.toLowerCase(), text }));

/** A survey of every kind of question but those that the other test asks. */
const everyKind = {
  ...makeTemplate('nps'),
  questions: [
    makeQuestion({ key: 'stars', kind: 'csat', style: 'stars', text: 'Stars for {{@plan|us}}?' }),
    makeQuestion({ key: 'faces', kind: 'csat', style: 'faces', text: 'Which face?' }),
    makeQuestion({ key: 'ease', kind: 'ces', text: 'How easy?' }),
    makeQuestion({ key: 'one', kind: 'single', text: 'Which one?', choices: entries('Red', 'Blue') }),
    makeQuestion({
      key: 'some',
      kind: 'multiple',
      text: 'Which ones?',
      choices: entries('Cats', 'Dogs', 'Birds'),
    }),
    makeQuestion({
      key: 'order',
      kind: 'ranking',
      text: 'In which order?',
      choices: entries('Price', 'Speed'),
    }),
    makeQuestion({
      ...{ key: 'grid', kind: 'matrix', text: 'How good?' },
      ...{ rows: entries('Help', 'Docs'), choices: entries('Good', 'Poor') },
    }),
    makeQuestion({ key: 'word', kind: 'short_text', text: 'In a word?' }),
    makeQuestion({ key: 'ok', kind: 'consent', text: 'May we write to you?', highLabel: 'Yes, you may' }),
  ],
};

test('pages call what is documented, and every kind of question is answered in the box', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const workspace = await makeWorkspace(page, 'Survey calls');
  const { survey, key, siteKey } = await makeFromFile(page, workspace, {
    ...{ name: 'Every kind', definition: everyKind },
    delivery: { mode: 'popover', event: 'paid', delaySeconds: 0, coolDownDays: 0 },
  });
  await page.getByRole('button', { name: 'Make a secret' }).click();
  const secret = (await page.getByRole('figure', { name: 'Secret' }).locator('pre').textContent()) ?? '';
  const token = signIdentity(secret, { contact: 'u1', name: 'Ann Smith' });
  const site = await openSite(new URL(page.url()).origin, siteKey);
  const call = (shop: Page, ...calls: unknown[][]) =>
    shop.evaluate((made) => (window as unknown as { verbatim: unknown[] }).verbatim.push(...made), calls);
  await visit(browser, {}, async (shop) => {
    const box = shop.getByRole('dialog');
    const asked = (name: string | RegExp) => expect(shop.getByRole('dialog', { name })).toBeVisible();
    const next = () => box.getByRole('button', { name: /Next|Send/ }).click();
    await shop.goto(site.url);
    await shop.waitForLoadState('networkidle');
    await expect(box).toHaveCount(0);
    // identify, track: the event that it waits for, by somebody known whose plan the page states.
    await call(shop, ['identify', token, { plan: 'Pro' }], ['track', 'other'], ['track', 'paid']);
    await asked('Stars for Pro?');
    await expectAccessible(shop);
    await read(shop);
    await box.getByRole('radio', { name: '4 of 5' }).click();
    await asked('Which face?');
    await box.getByRole('radio', { name: '2 of 5' }).click();
    await asked('How easy?');
    await box.getByRole('radio', { name: '6 of 7' }).click();
    await asked('Which one?');
    await box.getByRole('radio', { name: 'Blue' }).check();
    await next();
    await asked('Which ones?');
    for (const name of ['Cats', 'Birds']) await box.getByRole('checkbox', { name }).check();
    await next();
    await asked('In which order?');
    await box.getByRole('combobox').first().selectOption('Speed');
    await box.getByRole('combobox').nth(1).selectOption('Price');
    await expectAccessible(shop);
    await next();
    await asked('How good?');
    await box.getByRole('group', { name: 'Help' }).getByRole('radio', { name: 'Good' }).check();
    await box.getByRole('group', { name: 'Docs' }).getByRole('radio', { name: 'Poor' }).check();
    await expectAccessible(shop);
    await next();
    // What is being typed when the page is left is not lost: it stands there on the next one.
    await asked(/In a word/);
    await box.getByRole('textbox').pressSequentially('Sturdy');
    await shop.goto(`${site.url}next`);
    await call(shop, ['identify', token, { plan: 'Pro' }], ['show', key]);
    await asked(/May we write/);
    await box.getByRole('button', { name: 'Back' }).click();
    await expect(box.getByRole('textbox')).toHaveValue('Sturdy');
    await next();
    await box.getByRole('checkbox', { name: 'Yes, you may' }).check();
    await next();
    await expect(shop.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await untilSent(shop);
    // reset: the next one here is somebody else. show: at once, unless they said never.
    await call(shop, ['reset'], ['show', key]);
    await asked('Stars for us?');
    await expect(box.getByRole('radio', { name: '4 of 5' })).not.toBeChecked();
    await box.getByRole('button', { name: 'Don’t ask again' }).click();
    await expect(box).toHaveCount(0);
    await call(shop, ['reset'], ['show', key], ['track', 'paid']);
    await shop.waitForLoadState('networkidle');
    await expect(box).toHaveCount(0);
  });
  site.close();
  await page.goto(`${survey}/responses`);
  await expect(page.getByText('1 response', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('Sturdy')).toHaveCount(1);
  await expect(page.getByText('Ann Smith')).toHaveCount(1);
});

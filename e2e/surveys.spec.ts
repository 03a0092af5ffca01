import { signIdentity } from '../lib/surveys/identity-token';
import { FASTEST_ANSWER_MS } from '../lib/surveys/suspicion';
import { beginSurvey, deliver, makeWorkspace, openSite, publish } from './support/survey-site';
import { expect, expectAccessible, signIn, test } from './support/test';

test('a survey is made, answered on its page and through the script, and its scores arrive', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page);
  const workspace = await makeWorkspace(page, 'Surveys');

  // Made from a template, with logic, seen in the preview, published.
  const survey = await beginSurvey(page, workspace, 'After the order');
  await page.getByLabel('Ask this').selectOption({ index: 1 });
  await page.getByLabel('To', { exact: true }).selectOption('8');
  await page.getByLabel('Hidden fields').fill('campaign');
  const preview = page.frameLocator('iframe');
  await expect(preview.getByText('What is the most important reason')).toBeVisible();
  await expectAccessible(page);
  await publish(page);

  const { link, siteKey } = await deliver(page, survey, 'popover');
  await page.getByRole('button', { name: 'Make a secret' }).click();
  const secret = (await page.getByRole('figure', { name: 'Secret' }).locator('pre').textContent()) ?? '';
  await expectAccessible(page);

  // On its page, without JavaScript, by a known person; the same link again does not ask again.
  const token = signIdentity(secret, { contact: 'u1', name: 'Ann Smith', account: 'Acme' });
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const form = await plain.newPage();
  await form.goto(`${link}?c=${token}&campaign=spring`);
  await form.getByRole('button', { name: 'Next' }).click();
  await expect(form.getByRole('alert')).toHaveText('Please answer this question to go on.');
  await form.waitForTimeout(FASTEST_ANSWER_MS);
  await form.getByRole('radio', { name: '3 of 10' }).check();
  await form.getByRole('button', { name: 'Next' }).click();
  await form.getByLabel('What is the most important reason').fill('The export keeps failing for us.');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await form.goto(`${link}?c=${token}`);
  await expect(form.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await plain.close();

  // In a box on a page of others: the network fails in mid-answer, and nothing is lost.
  const site = await openSite(new URL(page.url()).origin, siteKey);
  const visitor = await browser.newContext();
  const shop = await visitor.newPage();
  const words: string[] = [];
  shop.on('console', (message) => words.push(message.text()));
  await shop.goto(site.url);
  const box = shop.getByRole('dialog');
  await expect(box.getByText('How likely are you to recommend us')).toBeVisible();
  await expect(box).toHaveCount(1);
  await expectAccessible(shop);
  await shop.waitForTimeout(FASTEST_ANSWER_MS);
  expect(words).toEqual([]);
  await visitor.setOffline(true);
  await box.getByRole('radio', { name: '8 of 10' }).click();
  await box.getByLabel('What is the most important reason').fill('Good value, slow reports.');
  await box.getByRole('button', { name: 'Send' }).click();
  await expect(box.getByText('Thank you')).toBeVisible();
  await visitor.setOffline(false);
  await expect
    .poll(() => shop.evaluate(() => JSON.parse(localStorage.getItem('verbatim') ?? '{}').queue), {
      timeout: 30_000,
    })
    .toEqual({});
  await shop.reload();
  await shop.waitForLoadState('networkidle');
  await expect(box).toHaveCount(0);
  await visitor.close();
  site.close();

  // Both are in the score, and each number opens its responses.
  await page.goto(survey);
  await expect(page.getByText('2 people')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '2 responses' }).first().click();
  await page.waitForURL(/\/responses\?/);
  await expect(page.getByText('The export keeps failing for us.')).toBeVisible();
  await expect(page.getByText('Good value, slow reports.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Acme' })).toBeVisible();
  await expect(page.getByText('campaign: spring')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${workspace}/feedback`);
  await expect(page.getByText('The export keeps failing for us.')).toBeVisible();
});

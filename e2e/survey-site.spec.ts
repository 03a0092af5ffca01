import type { Page } from '@playwright/test';
import {
  beginSurvey,
  deliver,
  makeWorkspace,
  openSite,
  publish,
  read,
  untilSent,
  visit,
} from './support/survey-site';
import { expect, expectAccessible, expectContrast, signIn, test } from './support/test';

/** Twice as slow as it need be for tests to be quick, and as lossless: what matters is that all comes late and in its order. */
const SLOW_3G = { offline: false, latency: 200, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** A picture of one pixel. */
const LOGO = {
  name: 'logo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const boxOf = (page: Page) => page.getByRole('dialog', { name: 'How likely are you to recommend us' });
const whyOf = (page: Page) => page.getByRole('textbox', { name: 'What is the most important reason' });
const thanksOf = (page: Page) => page.getByRole('heading', { name: 'Thank you' });

test('a survey asks in every way, on any network and in any browser, and each person counts once', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page);
  const workspace = await makeWorkspace(page, 'Survey site');
  const survey = await beginSurvey(page, workspace, 'On the site');
  await publish(page);
  const { link, siteKey } = await deliver(page, survey, 'popover');
  // It looks like its owner's brand, as far as that can be read.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${survey}/look`);
  await page.getByLabel('Colour of the brand').fill('#ffd400');
  await page.getByLabel('Background, light').fill('#fff7ed');
  await page.getByLabel('Text, light').fill('#dddddd');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('to be read by everybody')).toBeVisible();
  await page.getByLabel('Text, light').fill('#431407');
  await page.getByLabel(/^Logo/).setInputFiles(LOGO);
  await page.getByLabel('What the logo says').fill('Acme');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. Pages')).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  // Another survey of the same site asks on one page only.
  const another = await beginSurvey(page, workspace, 'On one page');
  await publish(page);
  await deliver(page, another, 'popover', '/next');
  await expectAccessible(page);
  const verbatim = new URL(page.url()).origin;
  const site = await openSite(verbatim, siteKey);

  // 1. On a phone of 320 pixels, slow 3G, without motion, by keyboard; a screen reader hears every point and both ends.
  await visit(
    browser,
    { viewport: { width: 320, height: 568 }, reducedMotion: 'reduce', colorScheme: 'dark' },
    async (phone, context) => {
      const session = await context.newCDPSession(phone);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_3G);
      const asked = new Set<string>();
      phone.on('request', (request) => asked.add(new URL(request.url()).origin));
      await phone.goto(site.url);
      await expect(boxOf(phone)).toBeVisible();
      await expect(boxOf(phone)).toMatchAriaSnapshot(`
        - dialog "How likely are you to recommend us to a friend or colleague?":
          - img "Acme"
          - group "How likely are you to recommend us to a friend or colleague?":
            - radio "0 of 10, Not at all likely"
            - radio "1 of 10"
            - radio "2 of 10"
            - radio "3 of 10"
            - radio "4 of 10"
            - radio "5 of 10"
            - radio "6 of 10"
            - radio "7 of 10"
            - radio "8 of 10"
            - radio "9 of 10"
            - radio "10 of 10, Extremely likely"
          - button "Close"
          - button "Next"
          - button "Not now"
          - button "Don’t ask again"
      `);
      await expectAccessible(phone);
      expect(await phone.evaluate(() => document.getAnimations().length)).toBe(0);
      const place = await boxOf(phone).boundingBox();
      expect(place && place.x >= 0 && place.x + place.width <= 320).toBe(true);
      await read(phone);
      await boxOf(phone).getByRole('radio', { name: '6 of 10' }).focus();
      await phone.keyboard.press('ArrowRight');
      await phone.keyboard.press('Enter');
      await expect(whyOf(phone)).toBeFocused();
      await phone.keyboard.type('It works on my phone.');
      await phone.keyboard.press('Tab');
      await phone.keyboard.press('Tab');
      await phone.keyboard.press('Enter');
      await expect(thanksOf(phone)).toBeVisible();
      await untilSent(phone);
      // No cookie, and nobody else is told.
      expect(await context.cookies()).toEqual([]);
      expect([...asked].sort()).toEqual([new URL(site.url).origin, verbatim].sort());
    },
  );

  // 2. The server fails, the page is loaded anew, left and come back to, and goes on in another tab; it is sent twice.
  await visit(browser, {}, async (first, context) => {
    let failures = 2;
    await context.route('**/answers', (route) =>
      failures-- > 0 ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
    );
    await first.goto(site.url);
    await expect(boxOf(first)).toBeVisible();
    await read(first);
    await boxOf(first).getByRole('radio', { name: '9 of 10' }).click();
    await expect(whyOf(first)).toBeVisible();
    await first.reload();
    await expect(whyOf(first)).toBeVisible();
    // Where both may ask, one does.
    await first.goto(`${site.url}next`);
    await expect(whyOf(first)).toHaveCount(1);
    await expect(first.getByRole('dialog')).toHaveCount(1);
    await first.goBack();
    await expect(whyOf(first)).toBeVisible();
    const second = await context.newPage();
    await second.goto(site.url);
    await whyOf(second).fill('Tabs do not matter.');
    await second.getByRole('button', { name: 'Send' }).dblclick();
    await expect(thanksOf(second)).toBeVisible();
    await untilSent(second);
    // The other tab still has its question; the same response takes its word, too.
    await first.reload();
    await first.waitForLoadState('networkidle');
    await expect(first.getByRole('dialog')).toHaveCount(0);
  });

  // 3. A browser that keeps nothing.
  await visit(browser, {}, async (shop) => {
    await shop.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await shop.goto(site.url);
    await expect(boxOf(shop)).toBeVisible();
    await read(shop);
    const saved = shop.waitForResponse((response) => response.url().endsWith('/answers') && response.ok());
    await boxOf(shop).getByRole('radio', { name: '10 of 10' }).click();
    await saved;
    await expect(whyOf(shop)).toBeVisible();
    await shop.getByRole('button', { name: 'Send' }).click();
    await expect(thanksOf(shop)).toBeVisible();
  });
  site.close();

  // 4. Within the page, in one that changes its address without loading.
  await deliver(page, survey, 'inline');
  const key = link.split('/').at(-1) ?? '';
  const inline = await openSite(verbatim, siteKey, `<main><div data-verbatim-survey="${key}"></div></main>`);
  await visit(browser, {}, async (shop) => {
    await shop.goto(inline.url);
    const group = shop.getByRole('main').getByRole('radio', { name: '2 of 10' });
    await expect(group).toBeVisible();
    await expectAccessible(shop);
    await shop.evaluate(() => {
      const place = document.querySelector('[data-verbatim-survey]');
      place?.replaceChildren();
      history.pushState({}, '', '/next');
    });
    await expect(group).toBeVisible();
    // The other one asks here, in its corner: they do not hinder each other.
    await boxOf(shop).getByRole('button', { name: 'Don’t ask again' }).click();
    await expect(boxOf(shop)).toHaveCount(0);
    await read(shop);
    await group.click();
    await expect(whyOf(shop)).toBeVisible();
    await untilSent(shop);
  });
  inline.close();

  // 5. Behind a button, which has the focus again when the box is closed.
  await deliver(page, survey, 'button');
  const behind = await openSite(verbatim, siteKey);
  await visit(browser, {}, async (shop) => {
    await shop.goto(behind.url);
    const button = shop.getByRole('button', { name: 'Feedback' });
    await expect(button).toBeVisible();
    await expectAccessible(shop);
    await button.press('Enter');
    await expect(boxOf(shop).getByRole('radio').first()).toBeFocused();
    await shop.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await button.click();
    await expect(boxOf(shop)).toBeVisible();
    await read(shop);
    await boxOf(shop).getByRole('radio', { name: '5 of 10' }).click();
    await untilSent(shop);
  });
  behind.close();

  // 6. In a frame, from an e-mail, and by a form of the owner's own. To open a link is no answer: scanners do it, too.
  const others = await openSite(
    verbatim,
    siteKey,
    `<iframe title="Survey" src="${link}" width="600" height="500"></iframe>
     <form method="post" action="${link}/answer"><label>Score <input name="nps" type="number"></label><button>Post</button></form>`,
  );
  await visit(browser, {}, async (shop) => {
    await shop.goto(others.url);
    const frame = shop.frameLocator('iframe');
    await read(shop);
    await frame.getByRole('radio', { name: '1 of 10' }).check();
    await frame.getByRole('button', { name: 'Next' }).click();
    await expect(frame.getByLabel('What is the most important reason')).toBeVisible();
    await shop.getByLabel('Score').fill('7');
    await shop.getByRole('button', { name: 'Post' }).click();
    await shop.waitForURL(/\/s\//);
    for (const answer of [0, 3]) await shop.request.get(`${link}?via=email&answer=${answer}`);
    await shop.goto(`${link}?via=email&answer=4`);
    await expect(shop.getByRole('radio', { name: '4 of 10' })).toBeChecked();
    await read(shop);
    await shop.getByRole('button', { name: 'Next' }).click();
    await expect(whyOf(shop)).toBeVisible();
  });
  others.close();

  // Eight people answered, each once: 7, 9, 10, 2, 5, 1, 7 and 4.
  await page.goto(survey);
  await expect(page.getByText('8 people')).toBeVisible();
  await page.goto(`${survey}/responses`);
  await expect(page.getByText('Tabs do not matter.')).toHaveCount(1);
});

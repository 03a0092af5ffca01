import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectContrast, signIn, test, waitForRanking } from './support/test';

// They only look, so each is a test of its own and waits for no other.
test.describe.configure({ mode: 'parallel' });

/** Without motion a colour changes at once: axe would otherwise catch it half-way. */
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

/** Every screen of a workspace that has an address of its own. */
const SCREENS = [
  '',
  '/issues',
  '/issues/new',
  '/issues/report',
  '/issues/looked-at',
  '/issues/achieved',
  '/issues/achieved/accounts',
  '/score-change',
  '/alerts',
  '/alerts/rules',
  '/themes',
  '/themes?taxonomy=first',
  '/themes/proposals',
  '/themes/decisions',
  '/themes/review',
  '/themes/assignments?of=unsure',
  '/themes/taxonomy',
  '/feedback',
  '/responses?metric=nps',
  '/accounts',
  '/accounts/health',
  '/accounts/cohorts',
  '/contacts/duplicates',
  '/accounts/duplicates',
  '/surveys',
  '/imports',
  '/imports/new',
  '/imports/transcript',
  '/quality',
  '/quality/label',
  '/settings',
  '/settings/members',
  '/settings/language-model',
  '/settings/personal-data',
  '/settings/sources',
  '/settings/sources/connectors/new',
  '/settings/sources/connectors/new?kind=hubspot',
  '/settings/webhooks',
  '/settings/trackers',
  '/settings/text-engine',
  '/settings/text-engine/texts?by=rating',
  '/settings/api-keys',
  '/settings/api-keys/try',
  '/settings/audit',
  '/settings/profile',
];

const HALF = Math.ceil(SCREENS.length / 2);

/** And those outside of one. */
const OPEN_SCREENS = ['/workspaces'];

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What is nowhere says so to people and, by its status, to programs. */
const UNKNOWN = [
  ...['feedback', 'accounts', 'alerts', 'imports', 'issues', 'surveys', 'themes'].flatMap((list) => [
    `/w/sample/${list}/${NOBODY}`,
    `/w/sample/${list}/x`,
  ]),
  ...['months', 'people', 'report', 'accounts', 'effect', 'hold-out', 'complainants'].map(
    (part) => `/w/sample/issues/${NOBODY}/${part}`,
  ),
  ...['edit', 'delivery', 'languages', 'look', 'responses', 'showings', 'versions'].map(
    (part) => `/w/sample/surveys/${NOBODY}/${part}`,
  ),
  ...['statements', 'label', 'drawn'].map((part) => `/w/sample/quality/${part}?sample=${NOBODY}`),
  '/w/nobody/feedback',
  '/invitation/nobody-was-sent-this',
  '/share/nobody-was-sent-this',
];

/** Lists whose first row leads to a screen of its own. */
const DETAILS = [
  { list: '/issues', row: /\/issues\/[0-9a-f-]{36}/ },
  { list: '/alerts', row: /\/alerts\/[0-9a-f-]{36}/ },
  { list: '/themes', row: /\/themes\/[0-9a-f-]{36}/ },
  { list: '/feedback', row: /\/feedback\/[0-9a-f-]{36}/ },
  { list: '/accounts', row: /\/accounts\/[0-9a-f-]{36}/ },
  // Of the account just opened.
  { list: null, row: /\/contacts\/[0-9a-f-]{36}/ },
  { list: '/surveys', row: /\/surveys\/[0-9a-f-]{36}/ },
];

async function open(page: Page, path: string, status = 200): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(status);
  await expect(page.locator('main h1').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test.describe(size, () => {
    test.beforeEach(async ({ page }) => {
      test.setTimeout(600_000);
      await page.setViewportSize(viewport);
      await signIn(page);
      await waitForRanking(page);
    });

    for (const [half, screens] of Object.entries({
      first: SCREENS.slice(0, HALF),
      second: SCREENS.slice(HALF),
    })) {
      test(`every screen is accessible, light and dark: ${half} half`, async ({ page }) => {
        for (const screen of screens) await open(page, `/w/sample${screen}`);
      });
    }

    test('so are those outside of a workspace, what is nowhere, and every row that opens', async ({
      page,
    }) => {
      for (const screen of OPEN_SCREENS) await open(page, screen);
      for (const screen of ['/w/sample/feedback/x', '/invitation/x', '/share/x'])
        await open(page, screen, 404);
      for (const { list, row } of DETAILS) {
        if (list) await page.goto(`/w/sample${list}`);
        const link = page.locator('main a[href]').filter({ visible: true });
        const address = async () => {
          const addresses = await link.evaluateAll((links) => links.map((each) => each.getAttribute('href')));
          return addresses.find((href) => href && row.test(href)) ?? '';
        };
        await expect.poll(address, `a row of ${page.url()} leads somewhere`).not.toBe('');
        await open(page, await address());
      }
    });
  });
}

test('what is nowhere answers 404', async ({ page }) => {
  await signIn(page);
  for (const path of UNKNOWN) expect((await page.request.get(path)).status(), path).toBe(404);
});

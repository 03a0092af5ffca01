import { expect, expectAccessible, signIn, test, waitForRanking } from './support/test';

test('a sample is drawn, labelled by keyboard and mouse, and measures the engine', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/quality');
  await page.getByLabel('Statements', { exact: true }).selectOption('50');
  await page.getByRole('button', { name: 'Draw and label' }).click();
  await page.waitForURL(/quality\/label\?sample=/);

  const progress = page.getByRole('progressbar', { name: 'Labelled by you' }).locator('..');
  const statement = page.locator('blockquote');
  await expect(progress).toContainText('0 of 50');
  const first = (await statement.textContent()) ?? '';
  await expect(page.getByLabel('Statement to label')).toBeFocused();

  // The engine's word comes after the person's.
  await expect(page.getByText(/the engine/)).toHaveCount(1);
  await page.keyboard.press('1');
  await expect(page.getByText(/Before: you said Negative, the engine (too|\w+ \()/)).toBeVisible();
  await expect(progress).toContainText('1 of 50');
  await expect(statement).not.toHaveText(first);

  await page.keyboard.press('u');
  await expect(progress).toContainText('0 of 50');
  await expect(statement).toHaveText(first);
  await page.keyboard.press('s');
  await expect(statement).not.toHaveText(first);

  // Without shortcuts, and with a modifier, keys are keys.
  await page.keyboard.press('Alt+1');
  await page.getByLabel('Keyboard shortcuts').uncheck();
  await page.getByRole('button', { name: 'Neutral' }).focus();
  await page.keyboard.press('3');
  await expect(progress).toContainText('0 of 50');
  await page.getByRole('button', { name: 'Neutral' }).click();
  await expect(progress).toContainText('1 of 50');
  await expectAccessible(page);

  // What was labelled is kept: the next visit goes on from there, and can still undo.
  await expect(page.getByText(/Before: you said Neutral, the engine/)).toBeVisible();
  await page.reload();
  await expect(progress).toContainText('1 of 50');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(progress).toContainText('0 of 50');
  await page.getByLabel('Keyboard shortcuts').check();
  await page.getByRole('button', { name: 'Negative' }).focus();
  for (let count = 1; count <= 24; count++) {
    await page.keyboard.press(count % 8 === 0 ? '0' : String(1 + (count % 3)));
    await expect(progress).toContainText(`${count} of 50`);
  }
  await expect(page.getByText(/Before: you said Cannot tell, the engine/)).toBeVisible({ timeout: 60_000 });

  // Every number opens its rows, and they are as many.
  await page.getByRole('link', { name: 'Quality', exact: true }).first().click();
  await page.waitForURL(/quality$/);
  await expect(page.getByText('24 statements', { exact: true })).toBeVisible();
  await expectAccessible(page);
  const cell = page.getByRole('link', { name: /statements: people say negative, the engine/ }).first();
  const count = Number((await cell.textContent())?.match(/\d+/)?.[0]);
  await cell.click();
  await page.waitForURL(/quality\/statements\?/);
  await expect(page.getByText(new RegExp(`^${count} statements?: people say negative`))).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(count + 1);
  await expectAccessible(page);
});

test('a click corrects a statement and counts at once', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await waitForRanking(page);
  const countNegative = async () => {
    await page.goto('/w/sample/feedback?sentiment=negative');
    return Number(
      (
        await page
          .getByText(/^[\d,]+ statements/)
          .first()
          .textContent()
      )?.replace(/\D/g, ''),
    );
  };
  const before = await countNegative();
  await page.locator('main ol > li').first().getByRole('link').first().click();
  const labels = page.getByRole('group', { name: 'Sentiment of the whole text' });
  const negative = labels.getByRole('button', { name: 'Negative' });
  const neutral = labels.getByRole('button', { name: 'Neutral' });
  await expect(negative).toHaveAttribute('aria-pressed', 'true');
  const address = page.url();

  await neutral.click();
  await expect(neutral).toHaveAttribute('aria-pressed', 'true');
  expect(await countNegative()).toBe(before - 1);
  await page.goto(address);
  await negative.click();
  await expect(negative).toHaveAttribute('aria-pressed', 'true');
  expect(await countNegative()).toBe(before);
});

test('the engine learns from ratings when asked, shows what it gained, and goes back', async ({ page }) => {
  // The files of another test are read beside it, by the same one reader.
  test.setTimeout(600_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/settings/text-engine');
  await expect(page.getByText('Reads with the engine as it is')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Learn now' }).click();
  await expect(page.getByText('Reads with model 1 of this workspace')).toBeVisible({ timeout: 240_000 });
  const attempt = page.getByRole('row', { name: /ratings/ });
  await expect(attempt).toContainText(/Right: \d+% before, \d+% after, \+[\d.]+ points/);
  await expect(attempt).toContainText('In use');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Go back to the engine as it is' }).click();
  await expect(page.getByText('Reads with the engine as it is')).toBeVisible({ timeout: 60_000 });
  await expect(attempt.getByRole('button', { name: 'Use again' })).toBeVisible();
  // What the model read meanwhile is read anew, so that the tests after this find the sample as it was.
  await expect(page.getByRole('progressbar', { name: 'Reading comments anew' })).toHaveCount(0, {
    timeout: 420_000,
  });
});

test('a viewer sees the figures and labels nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'Viewer');
  await page.goto('/w/sample/quality');
  await expect(page.getByRole('heading', { name: 'Quality', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Draw and label' })).toHaveCount(0);
  await page.goto('/w/sample/quality/label');
  await expect(page.getByText('Your role does not open this page')).toBeVisible();
});

test('what the engine learns from and has read opens as many rows', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/settings/text-engine');
  const ratings = page.getByRole('link', { name: /^[\d,]+ ratings beside comments$/ });
  const rated = (await ratings.textContent())?.match(/[\d,]+/)?.[0];
  await ratings.click();
  await expect(page.getByText(`1 to 50 of ${rated} ratings`)).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(51);

  await page.goto('/w/sample/settings/text-engine');
  const read = page.locator('main a[href*="feedback?reader="]').first();
  const count = await read.textContent();
  await read.click();
  await expect(page.getByText(`${count} statements fit`)).toBeVisible();
});

import { expect, expectAccessible, signIn, test, waitForRanking } from './support/test';

test('themes are renamed, merged, locked and undone by keyboard, and moved by drag', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/themes?sort=mentions');
  const rows = page.getByRole('treegrid').locator('tbody').getByRole('row');
  const nameOf = async (place: number) =>
    (await rows.nth(place).getByRole('rowheader').getByRole('link').textContent()) ?? '';
  const [first, second, third] = [await nameOf(0), await nameOf(1), await nameOf(2)];
  const count = await rows.count();

  // The first row by keyboard, from the last thing before the list.
  await rows.nth(0).focus();
  await page.keyboard.press('r');
  await page.getByLabel('Name', { exact: true }).fill('My own name');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Renamed. Later discoveries keep the name.')).toBeVisible();
  await expect(rows.nth(0).getByRole('rowheader')).toContainText('My own name');
  await expect(rows.nth(0)).toBeFocused();

  // A merge says how many comments move before it is saved.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('m');
  await page.getByLabel('Find a theme by name').fill('my own');
  await expect(
    page.getByText(/[\d,]+ comments of all time move\. It goes from [\d,]+ to [\d,]+/),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Merged.')).toBeVisible();
  await expect(rows).toHaveCount(count - 1);
  await page.keyboard.press('u');
  await expect(page.getByText(/^Undone: Merged/)).toBeVisible();
  await expect(rows).toHaveCount(count);
  await expect(rows.nth(1).getByRole('rowheader')).toContainText(second);

  // What has sub-themes can only stand at the top: the question begins at that choice, not at its cross.
  await page.getByRole('treegrid').locator('tbody tr[aria-expanded]').first().focus();
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'The top of the tree' })).toBeFocused();
  await page.keyboard.press('Escape');

  // Several at once.
  await rows.nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(page.getByText('2 themes selected')).toBeVisible();
  await page.keyboard.press('l');
  await expect(rows.nth(2).getByText('locked', { exact: true })).toBeAttached();
  await page.keyboard.press('u');
  await expect(rows.nth(2).getByText('locked', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Dragging asks the same question as the key.
  await rows.nth(2).dragTo(rows.nth(0));
  await expect(page.getByRole('heading', { name: `Merge “${third}”` })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'My own name' }).first()).toBeChecked();
  await page.keyboard.press('Escape');

  await rows.nth(0).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // The last edit is known after a reload, too.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('title', /Renamed/);

  // All of it is on record, and can be undone there.
  await page.getByRole('link', { name: 'Decisions', exact: true }).click();
  await page.getByRole('button', { name: `Undo Renamed “${first}” to “My own name”` }).click();
  await expect(page.getByRole('button', { name: /My own name/ })).toHaveCount(0);
});

test('words teach a theme, what is unsure is reviewed by keyboard, and a template shows what it would do', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page);
  await waitForRanking(page);
  await page.goto('/w/sample/themes?sort=mentions');
  const row = page.getByRole('treegrid').locator('tbody').getByRole('row').last();
  await row.getByRole('rowheader').getByRole('link').click();
  await page.getByLabel('Words that belong to it').fill('zanzibar\nexport');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Undo Changed what/ })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Assigning comments by your edit' })).toHaveCount(0, {
    timeout: 60_000,
  });

  await page.goto('/w/sample/themes/review');
  const left = page.getByText(/^[\d,]+ assignments? to review$/);
  const number = async () => Number(((await left.textContent()) ?? '').replace(/\D/g, ''));
  const before = await number();
  expect(before).toBeGreaterThan(1);
  await expect(page.getByLabel('Assignment to review')).toBeFocused();
  await page.keyboard.press('n');
  await expect.poll(number).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(number).toBe(before);
  await expectAccessible(page);

  await page.goto('/w/sample/themes/taxonomy');
  await page.getByRole('button', { name: /^Retail and delivery/ }).click();
  await expect(page.getByRole('button', { name: 'Import 15 themes' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({
    name: 'themes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('theme,parent\nA,Nowhere\n'),
  });
  await page.getByRole('button', { name: 'Preview the file' }).click();
  await expect(page.getByText('There is no theme “Nowhere”.')).toBeVisible();
  await expect(page.getByText('Add a line for it, or correct its name.')).toBeVisible();
  await expectAccessible(page);
});

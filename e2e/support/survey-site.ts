import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { FASTEST_ANSWER_MS } from '../../lib/surveys/suspicion';
import { expect } from './test';

/**
 * A site of somebody else, whose content-security policy allows our script, our server, frames of it and forms to it, and
 * nothing more. Each address of it has the same page.
 */
export async function openSite(
  verbatim: string,
  siteKey: string,
  body = '',
): Promise<{ url: string; close: () => void }> {
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${verbatim}; connect-src ${verbatim}; frame-src ${verbatim}; form-action ${verbatim}; require-trusted-types-for 'script'`,
    );
    // The script stands there twice, as it happens, and works once.
    const script = `<script src="${verbatim}/verbatim.js" data-site="${siteKey}" defer></script>`;
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title><h1>Shop</h1>${body}${script}${script}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** Makes a workspace through its form. @returns its address. */
export async function makeWorkspace(page: Page, name: string): Promise<string> {
  await page.goto('/workspaces');
  await page.getByText('New workspace').click();
  await page.getByLabel('Workspace').fill(name);
  await page.locator('details button[type=submit]').click();
  await page.waitForURL(/\/w\/(?!sample)[\w-]+$/);
  return new URL(page.url()).pathname;
}

/** Makes a survey from the first template. @returns its address, with its questions open to be edited. */
export async function beginSurvey(page: Page, workspace: string, name: string): Promise<string> {
  await page.goto(`${workspace}/surveys`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Make a survey' }).click();
  await page.waitForURL(/\/edit$/);
  return page.url().replace(/\/edit$/, '');
}

/** Makes a survey from a file, published. @returns its address, its key and that of the site. */
export async function makeFromFile(
  page: Page,
  workspace: string,
  file: object,
): Promise<{ survey: string; key: string; siteKey: string }> {
  await page.goto(`${workspace}/surveys`);
  const buffer = Buffer.from(JSON.stringify({ format: 'verbatim-survey', formatVersion: 1, ...file }));
  await page
    .getByLabel('From a file')
    .setInputFiles({ name: 's.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Make it from the file' }).click();
  await page.waitForURL(/\/edit$/);
  const survey = page.url().replace(/\/edit$/, '');
  await publish(page);
  await page.goto(`${survey}/delivery`);
  const { link, siteKey } = await readEmbedding(page);
  return { survey, key: link.split('/').at(-1) ?? '', siteKey };
}

async function readEmbedding(page: Page): Promise<{ link: string; siteKey: string }> {
  const link = (await page.getByRole('link', { name: /\/s\// }).getAttribute('href')) ?? '';
  const siteKey =
    (await page.locator('pre').allTextContents()).join().match(/data-site="([^"]+)"/)?.[1] ?? '';
  return { link, siteKey };
}

/** Publishes what is being edited. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and publish' }).click();
  await expect(page.getByText('Version 1 is published')).toBeVisible();
}

/** Chooses where a survey asks, at once; `onlyOn` is part of the address of its pages. @returns its link and the key of the site. */
export async function deliver(
  page: Page,
  survey: string,
  mode: string,
  onlyOn = '',
): Promise<{ link: string; siteKey: string }> {
  await page.goto(`${survey}/delivery`);
  const { link, siteKey } = await readEmbedding(page);
  await page.getByLabel('On pages with the script').selectOption(mode);
  await page.getByLabel('Seconds on the page').fill('0');
  if (onlyOn !== '') {
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Value').fill(onlyOn);
    await expect(page.getByText(`Asked where the address has ${onlyOn} in it.`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. Pages')).toBeVisible();
  return { link, siteKey };
}

/** Whoever answers faster than anybody reads is suspect. */
export const read = (page: Page) => page.waitForTimeout(FASTEST_ANSWER_MS + 50);

/** Waits until nothing waits to be sent; what failed is tried at once. */
export async function untilSent(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        dispatchEvent(new Event('online'));
        return JSON.parse(localStorage.getItem('verbatim') ?? '{}').queue;
      }),
    )
    .toEqual({});
}

/** Opens a browser of its own for somebody who visits a site. */
export async function visit(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  await work(await context.newPage(), context);
  await context.close();
}

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type CDPSession, chromium } from '@playwright/test';
import { findBrowser } from '../../e2e/support/browser';
import type { Product } from './product';

const VISITS = 9;
const SLOW_DOWN = 4;

interface Visit {
  /** Milliseconds from the start of the navigation until the question stood there. */
  shownMs: number;
  /** Work of the page's main thread, all in all, and its longest task. */
  workMs: number;
  longestMs: number;
}

/** Prints time to question and the main thread's work at a quarter of the processor's speed, beside the same page without us. */
export async function measureBrowser({ address, siteKey }: Product): Promise<void> {
  const site = await openSite(`<script src="${address}/verbatim.js" data-site="${siteKey}" defer></script>`);
  const bare = await openSite('');
  const executablePath = await findBrowser(path.join(os.tmpdir(), 'verbatim-bench-browser'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const visit = async (url: string, isAsked: boolean): Promise<Visit> => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
      const tasks = await trace(session, async () => {
        await page.goto(url);
        if (isAsked) await page.getByRole('dialog').getByRole('radio').first().waitFor();
        await page.waitForTimeout(1500);
      });
      // Marked by the browser itself: the first frame in which the box was laid out.
      const shownMs = isAsked
        ? await page.evaluate(() => (window as { shownAt?: number }).shownAt ?? Number.NaN)
        : 0;
      await context.close();
      return {
        shownMs,
        workMs: tasks.reduce((sum, task) => sum + task, 0),
        longestMs: Math.max(0, ...tasks),
      };
    };
    console.log(
      `\nbrowser, Chromium ${browser.version()}, processor slowed ${SLOW_DOWN} times, ${VISITS} visits`,
    );
    for (const [name, url, isAsked] of [
      ['the page without us', bare.url, false],
      ['with the survey', site.url, true],
    ] as const) {
      const visits: Visit[] = [];
      for (let n = 0; n < VISITS; n++) visits.push(await visit(url, isAsked));
      const say = (pick: (visit: Visit) => number) => {
        const sorted = visits.map(pick).sort((a, b) => a - b);
        return `${sorted[Math.floor(VISITS / 2)]?.toFixed(0)} ms (worst ${sorted.at(-1)?.toFixed(0)})`;
      };
      console.log(
        `${name.padEnd(22)}${isAsked ? `question after ${say((v) => v.shownMs)}, ` : ''}main thread ${say((v) => v.workMs)}, longest task ${say((v) => v.longestMs)}`,
      );
    }
  } finally {
    await browser.close();
    site.close();
    bare.close();
  }
}

/** A page of somebody else, which notes when a box was first laid out. */
async function openSite(script: string): Promise<{ url: string; close: () => void }> {
  const watch = `<script>const look = () => document.querySelector('[data-verbatim]')?.shadowRoot?.querySelector('input')
    ? (window.shownAt = performance.now()) : requestAnimationFrame(look); requestAnimationFrame(look)</script>`;
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${script && watch}${script}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** Milliseconds of each task of the page's main thread while `work` runs, from the browser's own trace. */
async function trace(session: CDPSession, work: () => Promise<void>): Promise<number[]> {
  interface TraceEvent {
    name: string;
    ph: string;
    pid: number;
    tid: number;
    dur?: number;
    args: { name?: string };
  }
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] },
  });
  await work();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && isMain(event));
  // A browser keeps an empty renderer in reserve: the page is where the work was.
  const lists = [...new Set(tasks.map(({ pid }) => pid))].map((pid) =>
    tasks.filter((task) => task.pid === pid).map(({ dur = 0 }) => dur / 1000),
  );
  const sum = (list: number[]) => list.reduce((total, task) => total + task, 0);
  return lists.sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

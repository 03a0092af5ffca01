import zlib from 'node:zlib';
import { widgetScripts } from '../../scripts/steps/widget.mjs';
import type { Product } from './product';

/** Compressed sizes in kB of what peers load, as their users measured them in public threads; read in November 2026. */
const PEERS = { 'PostHog surveys': 48.7, Formbricks: 18, Hotjar: 16 };
const READ_ON = '2026-11';

/** What a visitor downloads until the question of an NPS survey stands there, and what comes after it. */
const UNTIL_SHOWN = ['verbatim.js', 'verbatim-ask.js'];
const AFTER_IT = ['verbatim-rest.js'];

const gzipBytes = (content: Buffer | string) => zlib.gzipSync(content, { level: 9 }).length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);

/** Prints the compressed size of each script and of everything until the question shows, as the server hands it out. */
export async function measureSizes({ address, siteKey, surveyKey }: Product): Promise<void> {
  const fetched = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${address}${path}`, init);
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const scripts = new Map<string, number>();
  console.log('\nsizes, gzip level 9');
  for (const name of Object.keys(widgetScripts)) {
    const content = await fetched(`/${name}`);
    scripts.set(name, gzipBytes(content));
    console.log(`${name.padEnd(34)}${kilobytes(gzipBytes(content))}  (${content.length} bytes plain)`);
  }
  const asking = { survey: surveyKey, responseId: crypto.randomUUID(), channel: 'popover' };
  const data = {
    'what runs on the site (JSON)': await fetched(`/api/widget/${siteKey}/surveys?lang=en`),
    'whether to ask (JSON)': await fetched(`/api/widget/${siteKey}/ask`, {
      method: 'POST',
      body: JSON.stringify(asking),
    }),
  };
  for (const [name, content] of Object.entries(data)) {
    console.log(`${name.padEnd(34)}${kilobytes(gzipBytes(content))}`);
  }
  const sumOf = (names: string[]) => names.reduce((sum, name) => sum + (scripts.get(name) ?? 0), 0);
  const dataBytes = Object.values(data).reduce((sum, content) => sum + gzipBytes(content), 0);
  const line = (name: string, bytes: number) => console.log(`${name.padEnd(34)}${kilobytes(bytes)}`);
  line('scripts until an NPS shows', sumOf(UNTIL_SHOWN));
  line('everything until an NPS shows', sumOf(UNTIL_SHOWN) + dataBytes);
  line('all scripts of an NPS, sending too', sumOf([...UNTIL_SHOWN, ...AFTER_IT]));
  for (const [peer, size] of Object.entries(PEERS)) {
    console.log(`${peer.padEnd(34)}${`${size.toFixed(2)} kB`.padStart(9)}  as reported, read ${READ_ON}`);
  }
}

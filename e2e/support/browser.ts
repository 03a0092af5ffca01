import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser for the tests: `CHROME_PATH`, Playwright's own, one of the system, or the one that the package
 * @sparticuz/chromium brings, which needs neither a download nor the administrator.
 *
 * @param dataDirectory where the packaged browser is unpacked, once for each version
 */
export async function findBrowser(dataDirectory: string): Promise<string> {
  const candidates = [chromium.executablePath(), ...SYSTEM_BROWSERS];
  const found = process.env.CHROME_PATH ?? candidates.find((file) => fs.existsSync(file));
  if (found) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: run `npx playwright install chromium`, or set CHROME_PATH.');
  }
  return unpackBrowser(dataDirectory);
}

/** The package unpacks into the temporary directory, where other users could leave a browser of theirs first. */
async function unpackBrowser(dataDirectory: string): Promise<string> {
  const manifest = path.resolve('node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
  const directory = path.join(dataDirectory, `chromium-${version}`);
  const whole = path.join(directory, 'whole');
  if (!fs.existsSync(whole)) fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });

  const { TMPDIR } = process.env;
  process.env.TMPDIR = directory;
  // Makes the package bring the libraries, too, that a bare system lacks, and point LD_LIBRARY_PATH at them.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const browser = await packaged.executablePath();
    fs.writeFileSync(path.join(directory, 'fonts', 'fonts.conf'), fontConfiguration(directory));
    fs.writeFileSync(whole, '');
    return browser;
  } finally {
    delete process.env.AWS_EXECUTION_ENV;
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/**
 * The package's own configuration looks for its fonts in `/tmp/fonts` alone. Where there is no font, a browser lays out no
 * text, and fields take none.
 */
function fontConfiguration(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${path.resolve(directory, 'fonts')}</dir>
  <cachedir>${path.resolve(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

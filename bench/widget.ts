import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { buildWidget, widgetScripts } from '../scripts/steps/widget.mjs';

/** Compressed sizes in kB of what peers load, as their users measured them; read in November 2026. */
const PEERS = { 'PostHog surveys': 48.7, Formbricks: 18, Hotjar: 16 };

/** What a visitor downloads until an NPS question stands there; the rest comes when it is asked for. */
const BEFORE_A_QUESTION = ['verbatim.js', 'verbatim-ask.js', 'verbatim-box.js'];

/** Bytes of a file as a server sends it. */
function measure(file: string): { bytes: number; gzipBytes: number } {
  const content = fs.readFileSync(file);
  return { bytes: content.length, gzipBytes: zlib.gzipSync(content, { level: 9 }).length };
}

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-widget-'));
try {
  await buildWidget(directory);
  const sizes = Object.keys(widgetScripts).map((file) => ({
    file,
    ...measure(path.join(directory, file)),
  }));
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const { file, bytes, gzipBytes } of sizes) {
    console.log(`${file.padEnd(28)}${kilobytes(bytes).padStart(9)}${kilobytes(gzipBytes).padStart(9)} gz`);
  }
  const shown = sizes
    .filter(({ file }) => BEFORE_A_QUESTION.includes(file))
    .reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  console.log(`${'until an NPS question shows'.padEnd(37)}${kilobytes(shown).padStart(9)} gz`);
  for (const [peer, size] of Object.entries(PEERS)) {
    console.log(`${peer.padEnd(37)}${`${size.toFixed(1)} kB`.padStart(9)} gz, as reported`);
  }
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}

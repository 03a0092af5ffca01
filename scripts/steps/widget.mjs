import path from 'node:path';
import { root } from './paths.mjs';

/** The scripts for pages of others, and what each is made from. */
export const widgetScripts = {
  'verbatim.js': 'lib/widget/loader.ts',
  'verbatim-ask.js': 'lib/widget/ask.ts',
  'verbatim-box.js': 'lib/widget/box.ts',
  'verbatim-kinds.js': 'lib/widget/kinds.ts',
  'verbatim-tab.js': 'lib/widget/tab.ts',
  'verbatim-proof.js': 'lib/widget/proof.ts',
  'survey-page.js': 'lib/widget/survey-page.ts',
};

/**
 * Makes the scripts that pages of others load. It takes a few hundredths of a second, so it is done at each start.
 *
 * @param {string} [directory] where they go
 */
export async function buildWidget(directory = path.join(root, 'public')) {
  // Imported here: this file is read before the packages are installed.
  const { build } = await import('esbuild');
  await build({
    entryPoints: Object.entries(widgetScripts).map(([file, source]) => ({
      in: path.join(root, source),
      out: file.replace(/\.js$/, ''),
    })),
    outdir: directory,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'error',
  });
}

import path from 'node:path';
import { root } from './paths.mjs';

/** The scripts for pages of others, and what each is made from. */
export const widgetScripts = {
  'verbatim.js': 'lib/widget/loader.ts',
  'verbatim-ask.js': 'lib/widget/ask.ts',
  'verbatim-kinds.js': 'lib/widget/kinds.ts',
  'verbatim-rest.js': 'lib/widget/rest.ts',
  'verbatim-tab.js': 'lib/widget/tab.ts',
  'verbatim-places.js': 'lib/widget/places.ts',
  'verbatim-rules.js': 'lib/widget/rules.ts',
  'verbatim-logo.js': 'lib/widget/logo.ts',
  'verbatim-proof.js': 'lib/widget/proof.ts',
  'survey-page.js': 'lib/widget/survey-page.ts',
};

/**
 * Names of ours that may be shortened, for they go neither over the network nor into a browser's storage, and no page sees
 * them. Each script is shortened by itself, so what a name becomes is written here: they speak with each other.
 */
export const SHORTENED = {
  ...{
    isCorner: 'A',
    isWished: 'C',
    takesFocus: 'D',
    isKnown: 'E',
    isPhone: 'F',
    mayAsk: 'T',
    learn: 'h',
    stored: 'u',
    isForHere: 'U',
  },
  ...{ onChange: 'G', onPick: 'H', hadFocus: 'I', inside: 'J', isWithin: 'K', finish: 'L' },
  ...{ cross: 'M', leave: 'N', resume: 'O', drawPrivacy: 'P', dismiss: 'Q', known: 'R', memory: 'S' },
  ...{ recall: 'V', remember: 'W', wrong: 'X', note: 'Y', traits: 'Z' },
  ...{ passed: 'i', open: 'j', isKept: 'k', host: 'l', root: 'm', box: 'n', save: 'o', pick: 'p' },
  ...{ pose: 'q', fail: 'v', goForth: 'r', goBack: 's', answer: 't' },
  ...{ css: 'e', isComplete: 'f', pipeQuestion: 'g' },
  ...{ draw: 'a', load: 'b', post: 'c', pipe: 'd' },
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
    mangleProps: new RegExp(`^(${Object.keys(SHORTENED).join('|')})$`),
    mangleCache: { ...SHORTENED },
    // The scripts are strict as they are: they have neither `with` nor names that nobody declared.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
  });
}

#!/usr/bin/env node
// `npm run -s voc -- COMMAND`: the engines in a terminal, without a database. Standard output is the command's alone.
import './steps/fit-node.mjs';
import fs from 'node:fs';
import { inModules } from './steps/paths.mjs';

if (!fs.existsSync(inModules('.package-lock.json'))) {
  console.error('voc: the packages are not installed yet: run npm ci, or npm start, first.');
  process.exit(1);
}
const { isEncoderThere } = await import('./encoder/convert-encoder.mjs');
if (!isEncoderThere()) {
  const { prepareEncoder } = await import('./steps/encoder.mjs');
  prepareEncoder((detail) => console.error(`text encoder: ${detail}`));
}
const { register } = await import('tsx/esm/api');
register();
await import('../lib/cli/main.ts');

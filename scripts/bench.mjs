#!/usr/bin/env node
// `npm run bench -- NAME` runs bench/NAME.ts, from a fresh clone on; without a name it lists them.
import './steps/fit-node.mjs';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { generateClient } from './steps/build.mjs';
import { prepareEncoder } from './steps/encoder.mjs';
import { install, needsInstall } from './steps/install.mjs';
import { root } from './steps/paths.mjs';

const directory = path.join(root, 'bench');
const files = fs.existsSync(directory) ? fs.readdirSync(directory) : [];
const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
const [name, ...args] = process.argv.slice(2);

if (!names.includes(name)) {
  console.error(name ? `There is no bench/${name}.ts.` : 'Usage: npm run bench -- NAME');
  console.error(`Names: ${names.join(', ') || 'none yet'}`);
  process.exit(name ? 1 : 0);
}
if (needsInstall()) await install();
await generateClient();
prepareEncoder((detail) => console.error(`text encoder: ${detail}`));
const script = path.join(directory, `${name}.ts`);
const { status } = childProcess.spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { root } from '../steps/paths.mjs';
import { withDatabase } from './prepare.mjs';
import { writeMigration } from './write-migration.mjs';

let serverUrl: string;
let directory: string;

beforeEach(() => {
  serverUrl = withDatabase(inject('templateDatabase').ownerUrl, 'postgres');
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-schema-'));
  const isSchema = (file: string) => /\.(prisma|sql|toml)$/.test(file) || fs.statSync(file).isDirectory();
  fs.cpSync(path.join(root, 'prisma'), directory, { recursive: true, filter: isSchema });
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

it('writes what the schema has and our migrations, policies written by hand included, have not', async () => {
  const write = (name: string) => writeMigration(name, { serverUrl, directory });
  fs.writeFileSync(path.join(directory, 'words.prisma'), 'model Word {\n  id Int @id\n}\n');
  const file = await write('add_words');
  expect(file).toMatch(/migrations\/\d{14}_add_words\/migration\.sql$/);
  const statements = fs.readFileSync(file ?? '', 'utf8').match(/^[A-Z].*/gm);
  expect(statements).toEqual(['CREATE TABLE "Word" (']);

  expect(await write('again')).toBeNull();
});

it('says which migration cannot be applied', async () => {
  fs.mkdirSync(path.join(directory, 'migrations/0100_mood'));
  fs.writeFileSync(
    path.join(directory, 'migrations/0100_mood/migration.sql'),
    `CREATE TYPE "Mood" AS ENUM ('calm')`,
  );
  // PostgreSQL lets no transaction use a value that it has just added to an enum.
  fs.writeFileSync(
    path.join(directory, 'words.prisma'),
    'enum Mood {\n  calm\n  glad\n}\n\nmodel Word {\n  id Int @id\n  mood Mood @default(glad)\n}\n',
  );
  await expect(writeMigration('be_glad', { serverUrl, directory })).rejects.toThrow(
    /_be_glad failed: unsafe use of new value "glad"/,
  );
});

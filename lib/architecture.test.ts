import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  floors,
  identityReaders,
  longestFile,
  longFiles,
  mayImport,
  roomOf,
  scopeIssuers,
  withoutWrapper,
} from '@/lib/architecture';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  file: string;
  text: string;
}

const sources: Source[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
})
  .toString()
  .split('\n')
  .filter(
    (file) =>
      /\.(ts|tsx|mts|mjs)$/.test(file) && !file.endsWith('.d.ts') && fs.existsSync(path.join(root, file)),
  )
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));

const product = sources.filter(
  ({ file }) =>
    /^(app|components|lib|prisma)\//.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('/testing/'),
);

/** Files imported, as paths from the root. */
function importsOf({ file, text }: Source): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:@\/|\.{1,2}\/)[^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) =>
    specifier.startsWith('@/') ? specifier.slice(2) : path.posix.join(path.posix.dirname(file), specifier),
  );
}

test('there is product code to judge', () => {
  expect(product.length).toBeGreaterThan(30);
});

test('an import goes to its own room or to a lower floor', () => {
  const wrong = product.flatMap((source) => {
    const from = roomOf(source.file);
    if (from === null) return [];
    return importsOf(source)
      .filter((target) => {
        const to = roomOf(target);
        return to !== null && !mayImport(from, to);
      })
      .map((target) => `${source.file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('every room stands on a floor', () => {
  const rooms = new Set(product.map(({ file }) => roomOf(file)).filter((room) => room !== null));
  expect([...rooms].filter((room) => !floors.flat().includes(room))).toEqual([]);
});

test('every page, route and action goes through its wrapper', () => {
  const wrong = product
    .filter(({ file }) => file.startsWith('app/') && !withoutWrapper.includes(file))
    .filter(({ file, text }) => {
      if (file.endsWith('/page.tsx')) return !/export default define(Open)?Page\(/.test(text);
      if (file.endsWith('/route.ts'))
        return !/export const (GET|POST|PUT|PATCH|DELETE) = (define(Open|Api)?Route\(|refusePath;)/.test(
          text,
        );
      if (text.includes("'use server'")) {
        const exported = [...text.matchAll(/^export (?!type|interface)(.*)$/gm)].map(
          (match) => match[1] ?? '',
        );
        return (
          exported.length === 0 || exported.some((line) => !/^const \w+ = define(Open)?Action\(/.test(line))
        );
      }
      return false;
    });
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('what an address names is found before anything of the page is sent, so that an unknown one answers 404', () => {
  const pages = product.filter(({ file }) => /^app\/\(app\)\/.*\/page\.tsx$/.test(file));
  const named = pages.filter(({ file }) => file.replace('[workspace]', '').includes('['));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ text }) => !/^ {2}find: /m.test(text)).map(({ file }) => file)).toEqual([]);
  expect(product.filter(({ file }) => file.endsWith('/loading.tsx')).map(({ file }) => file)).toEqual([]);
});

test('the environment is read in lib/core/env alone', () => {
  const wrong = product.filter(
    ({ file, text }) => text.includes('process.env') && file !== 'lib/core/env.ts',
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('only sign-in, the worker and the sample issue scopes; only identity code reads users', () => {
  const beginsWithOneOf = (file: string, starts: readonly string[]) =>
    starts.some((start) => file.startsWith(start));
  const wrong = product.filter(
    ({ file, text }) =>
      (text.includes('Scope.issue(') && !beginsWithOneOf(file, scopeIssuers)) ||
      (/\bidentityDb\b/.test(text) && !beginsWithOneOf(file, identityReaders)) ||
      (/\bdatabase\(\)/.test(text) && !file.startsWith('lib/db/')),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('there are no barrels', () => {
  expect(sources.filter(({ file }) => /(^|\/)index\.tsx?$/.test(file)).map(({ file }) => file)).toEqual([]);
});

test('files are short, and the list of long ones only shrinks', () => {
  const long = sources
    .filter(({ text }) => text.split('\n').length > longestFile + 1)
    .map(({ file }) => file);
  expect(long.filter((file) => !longFiles.includes(file))).toEqual([]);
  expect(
    longFiles.filter((file) => !long.includes(file)),
    'short again: take them off the list',
  ).toEqual([]);
});

test('the rules themselves refuse what they should', () => {
  expect(mayImport('stats', 'feedback')).toBe(false);
  expect(mayImport('themes', 'ingest')).toBe(false);
  expect(mayImport('issues', 'impact')).toBe(true);
  expect(mayImport('issues', 'no-such-room')).toBe(false);
});

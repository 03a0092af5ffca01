import { expect, it } from 'vitest';
import { parseLanguage } from './parse-language';

it.each([
  ['fr', 'fr'],
  ['pt-BR', 'pt'],
  ['pt_BR', 'pt'],
  ['EN-US', 'en'],
  ['zh-Hant-TW', 'zh'],
  ['deu', 'de'],
  ['fre', 'fr'],
  ['nb-NO', 'no'],
  [' French ', 'fr'],
  ['Français', 'fr'],
  ['Deutsch', 'de'],
  ['Spanish (Latin America)', 'es'],
  ['italiano', 'it'],
  ['ENGLISH', 'en'],
  ['', null],
  ['xx', null],
  ['other', null],
  ['1', null],
  ['x-klingon', null],
  ['en-', null],
  ['a-very-long-text-that-is-no-language', null],
])('reads %j as %s', (written, code) => expect(parseLanguage(written)).toBe(code));

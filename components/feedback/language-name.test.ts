import { expect, it } from 'vitest';
import { languageName } from './language-name';

it('names a language, and leaves a code that is none as it is', () => {
  expect(['fr', 'pt-BR', 'xx', 'en-1', ''].map(languageName)).toEqual([
    'French',
    'Brazilian Portuguese',
    'xx',
    'en-1',
    '',
  ]);
});

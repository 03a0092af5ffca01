import { expect, it } from 'vitest';
import { languagesOfPieces } from '@/lib/surveys/language-marks';
import { makeTemplate } from '@/lib/surveys/templates';

const definition = makeTemplate('nps');

it('names the language of each piece that is in another one than our words', () => {
  const german = { shown: 'de', written: 'en', untranslated: new Set(['why.text', 'thanks.title']) };
  expect(languagesOfPieces(definition, german)).toEqual({ 'why.text': 'en', 'thanks.title': 'en' });
  // We have no words in Swahili: they are English, and the pieces are not.
  const swahili = { shown: 'sw', written: 'sw', untranslated: new Set<string>() };
  expect(languagesOfPieces(definition, swahili)).toMatchObject({ 'why.text': 'sw', 'thanks.title': 'sw' });
});

it('says nothing where all is in one language', () => {
  const english = { shown: 'en', written: 'en', untranslated: new Set<string>() };
  expect(languagesOfPieces(definition, english)).toBeUndefined();
});

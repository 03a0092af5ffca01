import { describe, expect, it } from 'vitest';
import { chooseLanguage, localise, parseAcceptLanguage, piecesOf } from '@/lib/surveys/localise';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import type { Definition } from '@/lib/widget/definition';

const base = makeTemplate('nps');
const definition: Definition = {
  ...base,
  privacy: { text: 'Kept for a year.', url: '' },
  questions: [
    ...base.questions,
    makeQuestion({ key: 'part', kind: 'single', text: 'Which?', choices: [{ key: 'a', text: 'Sync' }] }),
  ],
  translations: {
    de: { 'nps.text': 'Empfehlen Sie uns?', 'part.choice.a': 'Abgleich', 'thanks.text': '' },
    'pt-BR': { 'nps.text': 'Recomendaria?' },
  },
};

describe('localise', () => {
  it('says what was translated and keeps the rest as it was written', () => {
    const german = localise(definition, 'de');
    expect(german.questions[0]).toMatchObject({ text: 'Empfehlen Sie uns?', lowLabel: 'Not at all likely' });
    expect(german.questions[2]?.choices).toEqual([{ key: 'a', text: 'Abgleich' }]);
    expect(german).toMatchObject({ language: 'de', translations: {}, thanks: definition.thanks });
    expect(localise(definition, 'fr')).toEqual({ ...definition, translations: {} });
  });

  it('reaches every piece that a translator is given', () => {
    const pieces = piecesOf(definition);
    const translations = { xx: Object.fromEntries(pieces.map(({ place }) => [place, `x ${place}`])) };
    const said = piecesOf(localise({ ...definition, translations }, 'xx'));
    expect(said.map(({ text }) => text)).toEqual(pieces.map(({ place }) => `x ${place}`));
    expect(new Set(pieces.map(({ place }) => place)).size).toBe(pieces.length);
  });
});

describe('chooseLanguage', () => {
  it.each([
    [['de'], 'de'],
    [['de-AT', 'en'], 'de'],
    [['pt'], 'pt-BR'],
    [['fr', 'pt-br'], 'pt-BR'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('of %j takes %s', (wanted, language) => {
    expect(chooseLanguage(definition, wanted)).toBe(language);
  });

  it('reads what a browser asks for', () => {
    expect(parseAcceptLanguage('fr;q=0.5, de-AT, *;q=0.1, en;q=0')).toEqual(['de-AT', 'fr']);
    expect(parseAcceptLanguage(null)).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { wordsFor } from '@/lib/surveys/words';

const languages = ['de', 'fr', 'es', 'ar', 'he', 'it', 'pt', 'nl', 'pl', 'fa', 'sv', 'ja', 'zh'];

it.each(languages)('has every word of its own in %s', (language) => {
  const words = wordsFor(language);
  expect(words).not.toEqual(wordsFor('en'));
  for (const word of Object.values(words)) expect(word.trim()).not.toBe('');
});

it('knows a language by its first part, and says the rest in English', () => {
  expect(wordsFor('pt-BR').send).toBe('Enviar');
  expect(wordsFor('xx').send).toBe('Send');
});

import { describe, expect, it } from 'vitest';
import { classifyKind } from './kind';
import { scoreSentiment } from './lexicon-sentiment';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

const kindOf = (text: string, language = 'en') => classifyKind(text, scoreSentiment(text, language));

describe('classifyKind', () => {
  it.each([
    '',
    '-',
    '...',
    'N/A',
    'n.a.',
    'Nothing.',
    'None',
    'ok',
    'xxx',
    'RAS',
    'rien',
    'Aucune remarque',
    'k.A.',
    'nichts',
    'nada',
    'niente',
    'Não',
  ])('finds no content in %j', (text) => {
    expect(kindOf(text)).toBe('no_content');
  });

  it.each([
    ['The app keeps crashing when I upload a photo', 'en', 'problem'],
    ['Login gives error 500', 'en', 'problem'],
    ['Please add a dark mode', 'en', 'request'],
    ['Would be nice to have an export', 'en', 'request'],
    ['More parking spaces', 'en', 'request'],
    ['I wish there was a search', 'en', 'request'],
    ['How do I change my password?', 'en', 'question'],
    ['Friendly and efficient staff', 'en', 'praise'],
    ['I have been using it since March', 'en', 'statement'],
    ['Il faudrait plus de choix', 'fr', 'request'],
    ['Personnel très aimable', 'fr', 'praise'],
    ['Beaucoup trop cher', 'fr', 'problem'],
    ['Pourquoi le magasin est-il fermé ?', 'fr', 'question'],
    ['Es wäre schön, wenn man sortieren könnte', 'de', 'request'],
    ['Die Seite funktioniert nicht', 'de', 'problem'],
    ['Me gustaría poder pagar con tarjeta', 'es', 'request'],
    ['Vorrei più colori', 'it', 'request'],
    ['Gostaria de mais opções', 'pt', 'request'],
    ['👍', 'en', 'praise'],
  ])('calls "%s" (%s) a %s', (text, language, kind) => {
    expect(kindOf(text, language)).toBe(kind);
  });

  it('decides about hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts())
      expect(classifyKind(text, { label: 'neutral' })).toMatch(/^[a-z_]+$/);
  });
});

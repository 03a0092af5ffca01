import { describe, expect, it } from 'vitest';
import { ENGLISH_INTENTS } from './intents/english';
import { FRENCH_INTENTS } from './intents/french';
import { GERMAN_INTENTS } from './intents/german';
import { intentNames } from './intents/intent';
import { ITALIAN_INTENTS } from './intents/italian';
import { PORTUGUESE_INTENTS } from './intents/portuguese';
import { SPANISH_INTENTS } from './intents/spanish';
import { FAULT, REQUEST } from './kind-words';
import { makeWordGate } from './word-gate';

const patterns = [
  REQUEST,
  FAULT,
  ...[
    ENGLISH_INTENTS,
    FRENCH_INTENTS,
    GERMAN_INTENTS,
    ITALIAN_INTENTS,
    PORTUGUESE_INTENTS,
    SPANISH_INTENTS,
  ].flatMap(({ clear, likely }) => intentNames.flatMap((intent) => [clear[intent], likely[intent]])),
];

/** Sentences that the patterns match, and others, with what stands at the edges of a word. */
const TEXTS = [
  "i'm cancelling my subscription and moving to a competitor",
  'i called three times and e-mailed you twice; 5crashes, crash',
  'we need this a.s.a.p. or production is down',
  "(please fix)l'app ne marche pas, il faudrait l'ameliorer",
  'ich habe schon 3 mal angerufen und werde kundigen',
  'voy a cancelar mi cuenta, no funciona',
  'vorrei disdire il contratto: non funziona',
  'gostaria de cancelar o contrato, nao funciona',
  'je vais resilier mon abonnement',
  'thank you, all good',
  '',
];

describe('makeWordGate', () => {
  it('lets a text through to every pattern that matches it', () => {
    const matching = patterns.map((pattern) => {
      const gate = makeWordGate([pattern]);
      const matched = TEXTS.filter((text) => text.search(pattern) >= 0);
      expect(matched.filter((text) => gate(text) !== 1)).toEqual([]);
      return matched.length;
    });
    expect(matching.reduce((sum, count) => sum + count)).toBeGreaterThan(10);
  });

  it('keeps most patterns from a text that has none of their words', () => {
    const gate = makeWordGate(patterns.slice(0, 30));
    expect(gate('xylophone zebra')).toBe(0);
    expect(makeWordGate([/\w+/u])('x')).toBe(1);
  });
});

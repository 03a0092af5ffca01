import { describe, expect, it } from 'vitest';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from '../testing/hostile-texts';
import { findIntents } from './find-intents';

const evidence = (text: string, language: string | null) =>
  findIntents(text, language).map(({ intent, start, end }) => `${intent}: ${text.slice(start, end)}`);

describe('findIntents', () => {
  it('finds each intent once, with its words as they are written', () => {
    expect(
      evidence('URGENT! I had to call three times, so we are looking for alternatives. Urgent!!', null),
    ).toEqual(['urgency: URGENT', 'effort: had to call three times', 'churn: looking for alternatives']);
  });

  it('points at the right place where folding changes the length of a text', () => {
    const text = 'Straße 👍🏽 cœur, déjà: c’est tre\u0301s compliqué… Je vais résilier mon abonnement !';
    expect(evidence(text, 'fr')).toContain('churn: résilier mon abonnement');
  });

  it('prefers clear words to likely ones', () => {
    const [first] = findIntents("We're done with you and will cancel our contract", 'en');
    expect(first).toMatchObject({ intent: 'churn', confidence: 0.9 });
  });

  it('is less sure in languages whose finds nobody read', () => {
    const [german] = findIntents('Ich werde meinen Vertrag kündigen', 'de');
    expect(german).toMatchObject({ intent: 'churn', confidence: 0.84 });
  });

  it('says nothing of languages it has no patterns for', () => {
    expect(findIntents('This is urgent', 'fi')).toEqual([]);
  });

  it('stays within hostile texts', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) {
      for (const { start, end } of findIntents(text, 'en')) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

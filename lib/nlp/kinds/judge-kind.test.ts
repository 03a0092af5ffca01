import { describe, expect, it } from 'vitest';
import { annotateText } from '../annotate';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from '../testing/hostile-texts';
import { judgeKind, NO_CONTENT_CONFIDENCE } from './judge-kind';
import { getKindModels } from './kind-model';

const kindOf = (text: string, language: string) => annotateText({ text, languageHint: language }).kind;

describe('judgeKind', () => {
  it.each([
    ['The app keeps crashing when I upload a photo', 'en', 'problem'],
    ['Since the last update it no longer syncs with my watch', 'en', 'problem'],
    ['It stopped counting my steps two days ago', 'en', 'problem'],
    ['Please add a dark mode', 'en', 'request'],
    ['Would be nice to have an export', 'en', 'request'],
    ['I wish there was a search', 'en', 'request'],
    ['How do I change my password?', 'en', 'question'],
    ['Friendly and efficient staff', 'en', 'praise'],
    ['Great app, I use it every day', 'en', 'praise'],
    ['I have been using it since March', 'en', 'statement'],
    ['Nothing.', 'en', 'no_content'],
    // Of these words no sentence was composed for training.
    ['Slow', 'en', 'problem'],
    ['Dreadful', 'en', 'problem'],
    ['Lent', 'fr', 'problem'],
    ['Wonderful', 'en', 'praise'],
    ['Still not fixed', 'en', 'problem'],
    ["L'application plante tout le temps depuis la mise à jour", 'fr', 'problem'],
    ['Il manque une fonction pour exporter les données', 'fr', 'request'],
    ['Très bonne application', 'fr', 'praise'],
    ['Me gustaría poder pagar con tarjeta', 'es', 'request'],
    ['Die Seite funktioniert nicht', 'de', 'problem'],
  ])('calls "%s" (%s) a %s', (text, language, kind) => {
    expect(kindOf(text, language)).toBe(kind);
  });

  it('says how sure it is; where nobody labelled, less so than where somebody did', () => {
    const sure = judgeKind('The app crashes every time I open it', 'en', {
      label: 'negative',
    });
    expect(sure.kindConfidence).toBeGreaterThan(0.5);
    const unlabelled = judgeKind('Die App stürzt ab', 'de', { label: 'negative' });
    expect(unlabelled).toEqual({ kind: 'problem', kindConfidence: getKindModels().ruleAlone?.problem });
    expect(unlabelled.kindConfidence).toBeGreaterThan(0);
    expect(unlabelled.kindConfidence).toBeLessThan(sure.kindConfidence ?? 0);
    for (const language of ['en', 'pt']) {
      expect(judgeKind('n/a', language, { label: 'neutral' })).toEqual({
        kind: 'no_content',
        kindConfidence: NO_CONTENT_CONFIDENCE,
      });
    }
  });

  it('does not say how sure it is of languages that it does not read', () => {
    expect(judgeKind('Sovellus kaatuu', 'fi', { label: 'neutral' }).kindConfidence).toBeNull();
  });

  it('decides about hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) {
      const { kindConfidence } = judgeKind(text, 'en', { label: 'neutral' });
      if (kindConfidence !== null) expect(Math.abs(kindConfidence - 0.5)).toBeLessThanOrEqual(0.5);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { annotateText, annotateTexts } from './annotate';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

describe('annotateText', () => {
  it('annotates a text of two opinions with its spans in the redacted text', () => {
    const { segments, redactedText, ...whole } = annotateText({
      text: 'The nurse was lovely, but the waiting room was dirty. Call me on 07700 900123.',
    });
    expect(redactedText).toBe('The nurse was lovely, but the waiting room was dirty. Call me on [phone].');
    expect(
      segments.map((segment) => [
        redactedText.slice(segment.start, segment.end),
        segment.label,
        segment.kind,
      ]),
    ).toEqual([
      ['The nurse was lovely,', 'positive', 'praise'],
      ['but the waiting room was dirty.', 'negative', 'problem'],
      ['Call me on [phone].', 'neutral', 'no_content'],
    ]);
    expect(whole).toMatchObject({
      language: 'en',
      redactions: [{ type: 'phone', inputStart: 65, inputEnd: 77 }],
    });
  });

  it('takes the hint where the text is too short to tell, and not against a sure detection', () => {
    expect(annotateText({ text: 'nul', languageHint: 'fr' })).toMatchObject({
      language: 'fr',
      sentiment: { label: 'negative' },
    });
    expect(annotateText({ text: 'The staff were very kind and helpful', languageHint: 'fr' }).language).toBe(
      'en',
    );
    expect(annotateText({ text: 'Top demais' }).language).toBe('fr');
    expect(annotateText({ text: 'Top demais', languageHint: 'pt' }).language).toBe('pt');
    expect(annotateText({ text: 'muy bueno', languageHint: 'en' }).language).toBe('es');
    expect(annotateText({ text: 'nul' }).language).toBeNull();
  });

  it('takes the hint for a word, or a few, that say nothing in the language detected', () => {
    expect(annotateText({ text: 'ruim', languageHint: 'pt' })).toMatchObject({
      language: 'pt',
      sentiment: { label: 'negative' },
    });
    expect(annotateText({ text: 'Katastrophe.', languageHint: 'de' }).language).toBe('de');
    expect(annotateText({ text: 'ruim', languageHint: 'nl' }).language).toBe('nl');
    expect(annotateText({ text: 'Great', languageHint: 'de' }).language).toBe('en');
  });

  it.each([
    'java.lang.IllegalStateException: Failed to load the worst bean\n\tat org.shop.Cart.add(Cart.java:141)',
    'TypeError: Cannot read properties of undefined (reading "love")',
    '2026-03-04 12:10:11 ERROR [main] job failed. Giving up. Great loss!',
  ])('takes lines of programs for nobody’s opinion: %s', (text) => {
    const { sentiment, kind, segments } = annotateText({ text });
    expect({ label: sentiment.label, kind }).toEqual({ label: 'neutral', kind: 'no_content' });
    expect(segments).toHaveLength(text.split('\n').length);
  });

  it('reads what the customer says beside lines of programs', () => {
    const { sentiment, segments } = annotateText({
      text: 'Thank you, the new editor is great!\n[ERROR] save failed: bad request\n[ERROR] fatal',
    });
    expect(sentiment.label).toBe('positive');
    expect(segments.map(({ label }) => label)).toEqual(['positive', 'neutral', 'neutral']);
  });

  it.each([
    ['en', 'Not urgent'],
    ['de', 'Keine Eile.'],
    ['fr', 'Pas urgent'],
    ['es', 'Sin prisa'],
    ['it', 'Non è urgente'],
    ['pt', 'Não é urgente.'],
    ['en', 'Everything'],
    ['fr', 'Les deux'],
  ])('feels nothing in (%s) %s', (languageHint, text) => {
    const { sentiment, segments } = annotateText({ text, languageHint });
    expect(sentiment.label).toBe('neutral');
    expect(segments.flatMap(({ intents }) => intents)).toEqual([]);
  });

  it.each([
    ['[email] [phone]', null],
    ['[name] [address] [phone] sono qui', 'it'],
    ['Chiamate [name] [phone]', 'it'],
  ])('does not read the mark of a replacement as a word of the text: %s', (text, language) => {
    expect(annotateText({ text, isStored: true }).language).toBe(language);
  });

  it.each([
    ['fr', 'Je vais résilier mon abonnement.'],
    ['it', 'Disdico il mio abbonamento'],
    ['pt', 'Vou cancelar a minha assinatura'],
    ['it', 'Aspetto una risposta da settimane'],
  ])('takes neither leaving nor trouble for praise (%s)', (languageHint, text) => {
    const { kind, segments } = annotateText({ text, languageHint });
    expect(['problem', 'statement']).toContain(kind);
    expect(segments).toMatchObject([{ kind, intents: [{ intent: expect.stringMatching(/churn|effort/) }] }]);
  });

  it.each([
    ['The parcel was delivered on Monday.\nBest,\nTom', 'The parcel was delivered on Monday.'],
    ['Bitte die Rechnung senden.\nLiebe Grüße\nAnna', 'Bitte die Rechnung senden.'],
    ['Good afternoon! Your product is garbage', 'Your product is garbage'],
    ['It broke. I want my money back.\n> It is great', 'It broke. I want my money back.'],
    ['Hi team,\nit broke.\n> It is great\nSend a new one.', 'it broke. Send a new one.'],
  ])('reads a text without its greeting, sign-off and quoted mail: %j', (text, said) => {
    const { sentiment, redactedText, segments } = annotateText({ text, isStored: true });
    expect(sentiment).toEqual(annotateText({ text: said, isStored: true }).sentiment);
    expect(segments.at(-1)?.end).toBe(redactedText.length);
  });

  it.each([
    'Helped me out. Thank you',
    'Rapport<?> with nurses was excellent',
    'I can log in.\nThank you!\nGreat app',
  ])('leaves in a text what may tell how somebody feels: %j', (text) =>
    expect(annotateText({ text }).sentiment.label).toBe('positive'),
  );

  it('reads a text of courtesies alone as it stands', () => {
    expect(annotateText({ text: 'Hello!\nThank you so much!' }).sentiment.label).toBe('positive');
  });

  it('gives an empty text an empty annotation', () => {
    expect(annotateText({ text: '' })).toMatchObject({
      language: null,
      kind: 'no_content',
      segments: [],
      redactions: [],
      sentiment: { label: 'neutral', score: 0 },
    });
  });

  it('gives the same result each time and stays within the text on hostile input', {
    timeout: HOSTILE_TIMEOUT_MS,
  }, () => {
    for (const text of listHostileTexts()) {
      const annotation = annotateText({ text });
      if (text.length < 2000) expect(annotateText({ text })).toEqual(annotation);
      for (const { start, end, score } of annotation.segments) {
        if (!(start >= 0 && start < end && end <= annotation.redactedText.length && Math.abs(score) <= 1)) {
          throw new Error(`A span left its text: ${start}-${end} of ${JSON.stringify(text.slice(0, 50))}`);
        }
      }
    }
  });
});

describe('annotateTexts', () => {
  it('annotates each text as it is annotated alone', () => {
    const texts = Array.from(
      { length: 150 },
      (_, at) => `Visit ${at} was ${at % 3 === 0 ? 'awful. But the nurse was kind.' : 'très bien'}`,
    );
    expect(annotateTexts(texts.map((text) => ({ text })))).toEqual(
      texts.map((text) => annotateText({ text })),
    );
    expect(annotateTexts([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { annotateText } from './annotate';

describe('an answer that is a mark and nothing else', () => {
  it.each([
    ['★☆☆☆☆', 'negative', -0.6],
    ['★★★★★', 'positive', 1],
    ['⭐️⭐️⭐️⭐️⭐️', 'positive', 1],
    ['1/5', 'negative', -0.6],
    ['5/5', 'positive', 1],
    ['3 / 5', 'neutral', 0.2],
    ['0/10', 'negative', -1],
    ['10/10!', 'positive', 1],
    ['9 out of 10', 'positive', 0.8],
    ['1 von 5 Sternen', 'negative', -0.6],
    ['4,5 sur 5 étoiles', 'positive', 0.8],
    ['1 star', 'negative', -0.6],
  ])('is read by its place on the scale: %s', (text, label, score) => {
    const { sentiment, kind } = annotateText({ text });
    expect(sentiment.label).toBe(label);
    expect(sentiment.score).toBeCloseTo(score);
    expect(kind).not.toBe('no_content');
  });

  it.each(['24/7', '3/4', '12/10', '1/5 of the boxes came broken', 'open 7 of 10 days', '5'])(
    'is not seen in %s',
    (text) => expect([0.5, 0.8, 0.9]).not.toContain(annotateText({ text }).sentiment.confidence),
  );
});

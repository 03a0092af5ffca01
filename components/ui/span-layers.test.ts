import { describe, expect, it } from 'vitest';
import { layerSpans } from './span-layers';

const layers = (text: string, ...spans: [number, number][]) =>
  layerSpans(
    text,
    spans.map(([start, end]) => ({ start, end })),
  ).map((piece) => [piece.text, piece.covering, piece.ending]);

describe('layerSpans', () => {
  it('leaves a text without spans whole, and an empty text without pieces', () => {
    expect(layers('plain words')).toEqual([['plain words', [], []]]);
    expect(layers('')).toEqual([]);
  });

  it('marks spans side by side', () => {
    expect(layers('slow app', [0, 4], [5, 8])).toEqual([
      ['slow', [0], [0]],
      [' ', [], []],
      ['app', [1], [1]],
    ]);
  });

  it('cuts overlapping spans where either begins or ends', () => {
    expect(layers('abcdef', [0, 4], [2, 6])).toEqual([
      ['ab', [0], []],
      ['cd', [0, 1], [0]],
      ['ef', [1], [1]],
    ]);
  });

  it('keeps nested and identical spans apart', () => {
    expect(layers('abcd', [0, 4], [1, 2], [1, 2])).toEqual([
      ['a', [0], []],
      ['b', [0, 1, 2], [1, 2]],
      ['cd', [0], [0]],
    ]);
  });

  it('clips to the text and drops what is empty or outside', () => {
    expect(layers('abc', [-5, 1], [2, 99], [1, 1], [3, 2], [7, 9])).toEqual([
      ['a', [0], [0]],
      ['b', [], []],
      ['c', [1], [1]],
    ]);
  });

  it('never tears a surrogate pair', () => {
    const text = 'a😀b';
    expect(layers(text, [2, 4])).toEqual([
      ['a', [], []],
      ['😀b', [0], [0]],
    ]);
    expect(layers(text, [0, 2])).toEqual([
      ['a😀', [0], [0]],
      ['b', [], []],
    ]);
  });

  it('gives the text back when the pieces are joined', () => {
    const text = 'Ünïcode 😀 and more';
    const spans = [
      { start: 1, end: 9 },
      { start: 3, end: 14 },
      { start: 8, end: 9 },
    ];
    expect(
      layerSpans(text, spans)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

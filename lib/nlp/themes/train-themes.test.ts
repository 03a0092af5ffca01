import { describe, expect, it } from 'vitest';
import { SENTENCE_WIDTH } from '../encoder/sentence-vector';
import { assignThemes } from './assign';
import { compileThemeModel } from './compiled-model';
import { discoverThemes } from './discover';
import { plantedSegments } from './testing/planted-segments';
import { type TrainableTheme, trainThemes } from './train-themes';

/** Themes are found first. */
const TIMEOUT_MS = 60_000;
const example = (text: string) => ({ text, language: 'en' });
const makeTheme = (key: string, positives: string[], negatives: string[] = []): TrainableTheme => ({
  key,
  found: null,
  positives: positives.map(example),
  negatives: negatives.map(example),
  description: { text: key, language: null },
});
const parking = ['No parking near the hospital', 'The car park is always full', 'Parking costs too much'];
const food = ['The food was cold', 'Meals came late', 'I liked the hot soup and the bread'];

describe('trainThemes', () => {
  it('learns themes from a few examples', () => {
    const model = trainThemes(null, [makeTheme('parking', parking), makeTheme('food', food)]);
    const themeOf = (text: string) => assignThemes(model, [example(text)])[0]?.themeKey;
    expect(themeOf('Parking at the hospital is a nightmare')).toBe('parking');
    expect(themeOf('Cold food again')).toBe('food');
  });

  it('takes a theme without examples by its description', () => {
    const model = trainThemes(null, [makeTheme('parking lot', []), makeTheme('cold food', [])]);
    expect(assignThemes(model, [example('the parking lot')])[0]?.themeKey).toBe('parking lot');
  });

  it('keeps what was found and learns what people said against it', { timeout: TIMEOUT_MS }, () => {
    const segments = plantedSegments(40, 7).map(({ segment }) => segment);
    const base = discoverThemes(segments);
    const themes = base.themes.map(
      (found): TrainableTheme => ({
        key: found.key,
        found,
        positives: [],
        negatives: [],
        description: { text: '', language: null },
      }),
    );
    const before = assignThemes(compileThemeModel(base), segments);
    const unchanged = assignThemes(trainThemes(base, themes), segments);
    const keyOf = ({ segmentIndex, themeKey }: (typeof before)[number]) => `${segmentIndex} ${themeKey}`;
    expect(unchanged.map(keyOf)).toEqual(before.map(keyOf));

    const [wrong] = before;
    const text = segments[wrong?.segmentIndex ?? 0]?.text ?? '';
    const said = themes.map((theme) =>
      theme.key === wrong?.themeKey ? { ...theme, negatives: [example(text)] } : theme,
    );
    const after = assignThemes(trainThemes(base, said), [example(text)]);
    expect(after.map(({ themeKey }) => themeKey)).not.toContain(wrong?.themeKey);
  });

  it('gives the same classifier for the same input', () => {
    const themes = [makeTheme('parking', parking, food), makeTheme('food', food)];
    expect(trainThemes(null, themes)).toEqual(trainThemes(null, themes));
  });

  it('judges by words where no sentence vector is known, and by both where it is', () => {
    const see = (axis: number) =>
      Int8Array.from({ length: SENTENCE_WIDTH }, (_, at) => (at === axis ? 127 : 0));
    const seen = (key: string, positives: string[], axis: number): TrainableTheme => ({
      ...makeTheme(key, positives),
      positives: positives.map((text) => ({ ...example(text), vector: see(axis) })),
      description: { text: key, language: null, vector: see(axis) },
    });
    const model = trainThemes(null, [seen('parking', parking, 0), seen('food', food, 1)]);
    const themeOf = (vector: Int8Array | null) =>
      assignThemes(model, [{ ...example('The car was cold'), vector }])[0]?.themeKey;
    expect(themeOf(see(0))).toBe('parking');
    expect(themeOf(see(1))).toBe('food');
    const texts = [{ ...example('Parking was full'), vector: see(0) }, example('The soup was cold')];
    const [first, second] = assignThemes(model, texts);
    expect([first?.themeKey, second?.themeKey]).toEqual(['parking', 'food']);
    expect(second).toEqual(assignThemes({ ...model, full: null }, texts)[1]);
  });

  it('does not look at sentence vectors where that of a theme that people made is missing', () => {
    const unseen = makeTheme('parking', parking);
    expect(trainThemes(null, [unseen, makeTheme('food', food)]).full).toBeNull();
  });

  it('looks at sentence vectors where an example has one and the description says nothing that is read', () => {
    const vector = new Int8Array(SENTENCE_WIDTH).fill(1);
    const theme = {
      key: 'no',
      found: null,
      positives: [{ text: 'I refuse', language: 'en', vector }],
      negatives: [],
      description: { text: 'no', language: null, vector: null },
    };
    expect(trainThemes(null, [theme]).full).not.toBeNull();
  });

  it('has nothing to say without themes', () => {
    expect(assignThemes(trainThemes(null, []), [example('anything')])).toEqual([]);
  });
});

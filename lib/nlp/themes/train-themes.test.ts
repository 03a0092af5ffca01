import { describe, expect, it } from 'vitest';
import { assignThemes, compileThemeModel } from './assign';
import { discoverThemes } from './discover';
import { plantedSegments } from './testing/planted-segments';
import { type TrainableTheme, trainThemes } from './train-themes';

/** Themes are found first. */
const TIMEOUT_MS = 60_000;
const example = (text: string) => ({ text, language: 'en' });
const makeTheme = (key: string, positives: string[], negatives: string[] = []): TrainableTheme => ({
  key,
  name: key,
  found: null,
  positives: positives.map(example),
  negatives: negatives.map(example),
  description: key,
});
const parking = ['No parking near the hospital', 'The car park is always full', 'Parking costs too much'];
const food = ['The food was cold', 'Meals came late', 'I liked the hot soup and the bread'];

describe('trainThemes', () => {
  it('learns themes from a few examples', () => {
    const model = compileThemeModel(
      trainThemes(null, [makeTheme('parking', parking), makeTheme('food', food)]),
    );
    const themeOf = (text: string) => assignThemes(model, [example(text)])[0]?.themeKey;
    expect(themeOf('Parking at the hospital is a nightmare')).toBe('parking');
    expect(themeOf('Cold food again')).toBe('food');
  });

  it('takes a theme without examples by its description', () => {
    const model = compileThemeModel(
      trainThemes(null, [makeTheme('parking lot', []), makeTheme('cold food', [])]),
    );
    expect(assignThemes(model, [example('the parking lot')])[0]?.themeKey).toBe('parking lot');
  });

  it('keeps what was found and learns what people said against it', { timeout: TIMEOUT_MS }, () => {
    const segments = plantedSegments(40, 7).map(({ segment }) => segment);
    const base = discoverThemes(segments);
    const themes = base.themes.map(
      (found): TrainableTheme => ({
        key: found.key,
        name: found.name,
        found,
        positives: [],
        negatives: [],
        description: '',
      }),
    );
    const before = assignThemes(compileThemeModel(base), segments);
    const unchanged = assignThemes(compileThemeModel(trainThemes(base, themes)), segments);
    const keyOf = ({ segmentIndex, themeKey }: (typeof before)[number]) => `${segmentIndex} ${themeKey}`;
    expect(unchanged.map(keyOf)).toEqual(before.map(keyOf));

    const [wrong] = before;
    const text = segments[wrong?.segmentIndex ?? 0]?.text ?? '';
    const said = themes.map((theme) =>
      theme.key === wrong?.themeKey ? { ...theme, negatives: [example(text)] } : theme,
    );
    const after = assignThemes(compileThemeModel(trainThemes(base, said)), [example(text)]);
    expect(after.map(({ themeKey }) => themeKey)).not.toContain(wrong?.themeKey);
  });

  it('gives the same model for the same input, as plain JSON', () => {
    const themes = [makeTheme('parking', parking, food), makeTheme('food', food)];
    const model = trainThemes(null, themes);
    expect(trainThemes(null, themes)).toEqual(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('has nothing to say without themes', () => {
    expect(assignThemes(compileThemeModel(trainThemes(null, [])), [example('anything')])).toEqual([]);
  });
});

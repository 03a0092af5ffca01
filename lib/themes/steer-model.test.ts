import { expect, test } from 'vitest';
import { type SteeredTheme, steerModel } from '@/lib/themes/steer-model';

const theme = (id: string, more: Partial<SteeredTheme> = {}): SteeredTheme => ({
  id,
  name: id,
  found: null,
  definition: '',
  includeTerms: [],
  excludeTerms: [],
  positives: [],
  negatives: [],
  splitFromId: null,
  descriptionVector: null,
  foundWithinId: null,
  ...more,
});
const example = (text: string) => ({ text, language: 'en' });
const base = {
  vocabulary: { login: 3, password: 3, invoic: 3, sso: 3, export: 3 },
  thresholds: { minConfidence: 0.3, confidenceWeights: [-3, 9, 1.5] as [number, number, number] },
};
const login = theme('login', { found: { centroid: [['login', 1]] } });
const billing = theme('billing', { found: { centroid: [['invoic', 1]] } });

const themesOf = (themes: SteeredTheme[], text: string, known: typeof base | null = base) =>
  steerModel(known, themes)
    .assign([example(text)])
    .map(({ themeId }) => themeId)
    .sort();

test('what discovery found holds as long as nobody says otherwise', () => {
  expect(themesOf([login, billing], 'The login is broken')).toEqual(['login']);
  expect(themesOf([login, billing], 'My invoices are wrong')).toEqual(['billing']);
  expect(themesOf([login, billing], 'The password is wrong')).toEqual([]);
});

test('examples teach a theme words it did not know', () => {
  const taught = { ...login, positives: [example('My password was refused'), example('password reset')] };
  expect(themesOf([taught, billing], 'The password is wrong')).toEqual(['login']);
});

test('what people said it is not weighs against it', () => {
  const confidence = (negatives: SteeredTheme['negatives']) =>
    steerModel(base, [
      {
        ...login,
        found: {
          centroid: [
            ['login', 0.7],
            ['export', 0.7],
          ],
        },
        negatives,
      },
    ]).assign([example('the export')])[0]?.confidence ?? 0;
  expect(confidence([example('the export again'), example('an export')])).toBeLessThan(confidence([]));
});

test('words of people put a span in a theme and keep it out, and keeping out wins', () => {
  const ruled = { ...billing, includeTerms: ['credit note'], excludeTerms: ['test'] };
  expect(themesOf([login, ruled], 'Where is my credit note?')).toEqual(['billing']);
  expect(themesOf([login, ruled], 'A test invoice')).toEqual([]);
  expect(themesOf([login, ruled], 'A test credit note')).toEqual([]);
});

test('a split takes what speaks of its words away from where it came from', () => {
  const split = theme('sso', { includeTerms: ['sso'], splitFromId: 'login' });
  expect(themesOf([login, split], 'The SSO login is broken')).toEqual(['sso']);
  expect(themesOf([login, split], 'The login is broken')).toEqual(['login']);
  // And what is only like it stays: the preview counted its words.
  expect(themesOf([login, { ...split, name: 'Broken login' }], 'A broken login')).toEqual(['login']);
});

test('themes of people alone work without any discovery', () => {
  const delivery = theme('Delivery', {
    definition: 'Parcels that come late or not at all',
    positives: [example('My parcel never arrived'), example('the parcel came late')],
  });
  const price = theme('Price', { positives: [example('much too expensive'), example('the price went up')] });
  expect(themesOf([delivery, price], 'The parcel has not arrived yet', null)).toEqual(['Delivery']);
  expect(themesOf([delivery, price], 'The price is an insult', null)).toEqual(['Price']);
  expect(themesOf([delivery, price], 'Lovely weather today', null)).toEqual([]);
});

test('a workspace without themes gets none', () => {
  expect(themesOf([], 'The login is broken')).toEqual([]);
});

test('a span gets the narrowest theme that is sure enough, and a sub-theme only what its theme gets', () => {
  const reset = theme('reset', { found: { centroid: [['password', 1]] }, foundWithinId: 'login' });
  const both = {
    ...login,
    found: { centroid: [['login', 1] as [string, number], ['password', 1] as [string, number]] },
  };
  const themes = [both, billing, reset];
  expect(themesOf(themes, 'The password')).toEqual(['reset']);
  expect(themesOf(themes, 'The login is broken')).toEqual(['login']);
  expect(themesOf([login, billing, reset], 'The password')).toEqual([]);
  const kept = { ...reset, excludeTerms: ['forgot'] };
  expect(themesOf([both, billing, kept], 'I forgot the password')).toEqual(['login']);
  expect(themesOf([{ ...both, excludeTerms: ['forgot'] }, billing, reset], 'I forgot the password')).toEqual(
    [],
  );
  const worded = { ...reset, includeTerms: ['broken'] };
  expect(themesOf([both, billing, worded], 'The login is broken')).toEqual(['reset']);
});

test('what is split off a theme or its sub-theme leaves both', () => {
  const found = { centroid: [['login', 1] as [string, number], ['password', 1] as [string, number]] };
  const reset = theme('reset', { found: { centroid: [['password', 1]] }, foundWithinId: 'login' });
  for (const splitFromId of ['login', 'reset']) {
    const part = theme('mail', { includeTerms: ['mail'], splitFromId });
    expect(themesOf([{ ...login, found }, reset, part], 'The password mail')).toEqual(['mail']);
  }
});

test('an example of a sub-theme teaches its theme, too', () => {
  const positives = ['my passkey is refused', 'passkey again', 'the passkey prompt'].map(example);
  const passkeys = theme('passkeys', {
    found: { centroid: [['sso', 1]] },
    foundWithinId: 'login',
    positives,
  });
  expect(themesOf([login, billing, passkeys], 'The passkey fails')).toEqual(['passkeys']);
});

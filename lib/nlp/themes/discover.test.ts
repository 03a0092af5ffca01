import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { assignThemes } from './assign';
import { compileThemeModel } from './compiled-model';
import { discoverThemes } from './discover';
import { makeSegments, plantedSegments, SUBJECTS } from './testing/planted-segments';

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = makeRandom(seed);
  return items
    .map((item) => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);
}

describe('discoverThemes', () => {
  const planted = plantedSegments(60, 7);
  const model = discoverThemes(planted.map(({ segment }) => segment));

  it('recovers planted subjects', () => {
    const segments = planted.map(({ segment }) => segment);
    const firstKeys = new Map<number, string>();
    for (const { segmentIndex, themeKey } of assignThemes(compileThemeModel(model), segments)) {
      if (!firstKeys.has(segmentIndex)) firstKeys.set(segmentIndex, themeKey);
    }
    const subjectsOf = new Map<string, string[]>();
    for (const [index, key] of firstKeys) {
      subjectsOf.set(key, [...(subjectsOf.get(key) ?? []), planted[index]?.subject ?? '']);
    }
    for (const subjects of subjectsOf.values()) {
      const most = Math.max(
        ...Object.keys(SUBJECTS).map((name) => subjects.filter((s) => s === name).length),
      );
      expect(most / subjects.length).toBeGreaterThan(0.95);
    }
    expect(firstKeys.size / planted.length).toBeGreaterThan(0.9);
    expect(model.themes.length).toBeGreaterThanOrEqual(Object.keys(SUBJECTS).length);
    expect(model.themes.length).toBeLessThanOrEqual(2 * Object.keys(SUBJECTS).length);
  });

  it('names them in words that people used, once each', () => {
    const names = model.themes.map((theme) => theme.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Data export');
    for (const name of names) expect(name).toMatch(/^\p{Lu}/u);
  });

  it('gives the same model for the same segments in any order', () => {
    const again = discoverThemes(shuffled(planted, 3).map(({ segment }) => segment));
    expect(again).toEqual(model);
  });

  it('keeps most names when a tenth of the segments is taken away', () => {
    const fewer = discoverThemes(
      planted.filter((_, index) => index % 10 !== 0).map(({ segment }) => segment),
    );
    const keys = new Set(model.themes.map((theme) => theme.name));
    const kept = fewer.themes.filter((theme) => keys.has(theme.name));
    expect(kept.length).toBeGreaterThanOrEqual(model.themes.length - 1);
  });

  it('is plain JSON and assigns the same after a round trip', () => {
    const copy = JSON.parse(JSON.stringify(model));
    const segments = planted.map(({ segment }) => segment);
    expect(copy).toEqual(model);
    expect(assignThemes(compileThemeModel(copy), segments)).toEqual(
      assignThemes(compileThemeModel(model), segments),
    );
  });

  it('keeps feeling apart from subject', () => {
    const compiled = compileThemeModel(model);
    const [first, second] = assignThemes(compiled, [
      { text: 'Great data export', language: 'en' },
      { text: 'The data export is terrible', language: 'en' },
    ]);
    expect(first?.themeKey).toBeDefined();
    expect(second?.themeKey).toBe(first?.themeKey);
  });

  it('counts a theme as the segments that got it, and gives existing examples', () => {
    const ids = new Set(planted.map(({ segment }) => segment.id));
    for (const theme of model.themes) {
      expect(theme.exampleIds.length).toBeGreaterThan(0);
      expect(theme.exampleIds.every((id) => ids.has(id))).toBe(true);
      expect(theme.keywords.length).toBeLessThanOrEqual(8);
      expect(theme.centroid.length).toBeLessThanOrEqual(60);
    }
    const assigned = assignThemes(
      compileThemeModel(model),
      planted.map(({ segment }) => segment),
    );
    for (const { key, size } of model.themes) {
      expect(assigned.filter(({ themeKey }) => themeKey === key)).toHaveLength(size);
    }
  });

  it('samples a corpus beyond the limit and still counts all of it', () => {
    const sampled = discoverThemes(
      planted.map(({ segment }) => segment),
      { maxSegments: 150 },
    );
    expect(sampled.themes.reduce((sum, theme) => sum + theme.size, 0)).toBeGreaterThan(150);
  });
});

describe('discoverThemes on small and odd corpora', () => {
  it.each([0, 1, 5])('has no theme or few in %i texts', (count) => {
    const model = discoverThemes(
      plantedSegments(2, 1)
        .slice(0, count)
        .map(({ segment }) => segment),
    );
    expect(model.themes.length).toBeLessThanOrEqual(1);
    expect(assignThemes(compileThemeModel(model), makeSegments(['anything']))).toEqual([]);
  });

  it('finds themes in 50 texts', () => {
    const model = discoverThemes(
      plantedSegments(10, 2)
        .slice(0, 50)
        .map(({ segment }) => segment),
    );
    expect(model.themes.length).toBeGreaterThanOrEqual(3);
  });

  it('makes no theme of what one comment goes on about', () => {
    const others = plantedSegments(10, 7)
      .slice(0, 60)
      .map(({ segment }, index) => ({ ...segment, commentId: `other ${index}` }));
    const one = [
      'Violin lessons',
      'My violin teacher',
      'A violin for lessons',
      'Violin strings',
      'The violin bow',
    ].map((text, index) => ({
      id: `one ${index}`,
      commentId: 'one',
      text: `${text} is all I want here`,
      language: 'en',
    }));
    const ofViolins = (segments: typeof one) => {
      const { themes, subthemes = [] } = discoverThemes([...others, ...segments]);
      return [...themes, ...subthemes].filter(({ keywords }) => keywords[0]?.startsWith('violin')).length;
    };
    expect(ofViolins(one)).toBe(0);
    expect(ofViolins(one.map((segment) => ({ ...segment, commentId: segment.id })))).toBe(1);
  });

  it('takes a short answer given by many for a theme', () => {
    const model = discoverThemes(makeSegments(Array.from({ length: 30 }, () => 'Parking')));
    expect(model.themes.map(({ name, size }) => ({ name, size }))).toEqual([{ name: 'Parking', size: 30 }]);
  });

  it('does not take a long text sent many times for a theme, nor its near-copies', () => {
    const signature = (name: string) =>
      `This confidential message from ${name} contains privileged information intended solely for the named recipient, delete all attachments immediately`;
    const names = ['Anna', 'Bruno', 'Carla', 'David', 'Elena', 'Felix', 'Greta', 'Hugo'];
    const model = discoverThemes([
      ...plantedSegments(15, 4).map(({ segment }) => segment),
      ...makeSegments(
        names.flatMap((name) => Array.from({ length: 10 }, () => signature(name))),
        'mail',
      ),
    ]);
    expect(model.themes.flatMap((theme) => theme.keywords)).not.toContain('confidential');
  });

  it('bears hostile and empty strings', () => {
    const hostile = [
      '',
      ' ',
      '\u0000',
      '\ud800 lone surrogate',
      '__proto__ constructor toString',
      '<script>alert(1)</script>',
      `${'a'.repeat(100_000)}`,
      '👩‍👩‍👧‍👦 🏳️‍🌈',
      '田中さんにあげて下さい',
      'ثم نفس سقطت',
      "'; DROP TABLE users;--",
      '[email] [phone]',
      '‮reversed',
      'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
      '<'.repeat(20_000),
      '&'.repeat(20_000),
      "a'".repeat(20_000),
    ];
    const segments = makeSegments([...hostile, ...hostile, ...hostile, ...hostile]);
    const model = discoverThemes(segments);
    const assignments = assignThemes(compileThemeModel(model), segments);
    expect(model.themes.every((theme) => theme.name.length > 0)).toBe(true);
    expect(assignments.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
  });

  it('forms themes of their own for two languages', () => {
    const french = [
      "délai d'attente aux caisses",
      'attente trop longue à la caisse',
      'la caisse est toujours fermée',
    ];
    const english = [
      'queue at the checkout',
      'the checkout queue is too long',
      'long queue before the checkout',
    ];
    const segments = [
      ...makeSegments(Array.from({ length: 5 }, () => french).flat(), 'fr', 'fr'),
      ...makeSegments(Array.from({ length: 5 }, () => english).flat(), 'en', 'en'),
    ];
    const compiled = compileThemeModel(discoverThemes(segments));
    const assigned = assignThemes(compiled, segments);
    const keysOf = (from: number, to: number) =>
      new Set(
        assigned.flatMap((entry) =>
          entry.segmentIndex >= from && entry.segmentIndex < to ? [entry.themeKey] : [],
        ),
      );
    expect(keysOf(0, 15).size).toBeGreaterThan(0);
    expect(keysOf(15, 30).size).toBeGreaterThan(0);
    expect([...keysOf(0, 15)].filter((key) => keysOf(15, 30).has(key))).toEqual([]);
  });
});

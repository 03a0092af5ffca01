import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sentiment } from '../sentiment';

// The file of weights learned from tweets of research origin may be deleted: it is looked for where the product runs.
const empty = mkdtempSync(join(tmpdir(), 'verbatim-without-tweets-'));

const load = async () => ({
  ...(await import('./judge-sentiment')),
  ...(await import('./models')),
  ...(await import('../kinds/judge-kind')),
  ...(await import('../lexicon-sentiment')),
  ...(await import('../engine-version')),
});
let [whole, open]: Awaited<ReturnType<typeof load>>[] = [];

beforeAll(async () => {
  vi.resetModules();
  whole = await load();
  whole.getEnglishModel();
  vi.resetModules();
  vi.spyOn(process, 'cwd').mockReturnValue(empty);
  open = await load();
});
afterAll(() => {
  vi.restoreAllMocks();
  // Other test files share this process, and would find no weights learned from tweets.
  vi.resetModules();
  rmSync(empty, { recursive: true });
});

describe('without the weights learned from tweets', () => {
  it('the version says so', () => {
    expect(whole?.engineVersion('full')).toBe(whole?.versionOf('full'));
    expect(open?.engineVersion('full')).toBe(`${whole?.versionOf('full')}-english`);
  });

  it('English is read by the open model, whose weights and confidence are those that lie beside the tweets', () => {
    expect(open?.getEnglishModel()).toEqual(whole?.getOpenEnglishModel());
    expect(open?.judgeFast({ text: 'The app crashes every time I open it', language: 'en' }).label).toBe(
      'negative',
    );
  });

  it.each([
    ['de', 'Sehr zufrieden, schnelle Lieferung'],
    ['es', 'No funciona y nadie contesta'],
    ['fr', 'Beaucoup trop cher'],
    ['it', 'Costa troppo e non funziona'],
    ['pt', 'Equipa sempre disponível'],
  ])('%s is read by its word list', (language, text) => {
    expect(open?.judgeFast({ text, language })).toEqual(whole?.scoreSentiment(text, language));
    expect(open?.judgeFast({ text, language }).label).not.toBe('unsupported');
  });

  it('nothing else changes: kinds, what holds no opinion, languages that are not read', () => {
    const negative: Pick<Sentiment, 'label'> = { label: 'negative' };
    for (const language of ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl']) {
      for (const text of ['It crashes', 'Il faudrait plus de choix', 'Slow', 'n/a', '😡']) {
        expect(open?.judgeKind(text, language, negative)).toEqual(whole?.judgeKind(text, language, negative));
      }
      expect(open?.judgeFast({ text: 'n/a', language })).toEqual(whole?.judgeFast({ text: 'n/a', language }));
    }
    expect(open?.judgeFast({ text: 'Slecht', language: 'nl' })).toEqual(
      whole?.judgeFast({ text: 'Slecht', language: 'nl' }),
    );
  });
});

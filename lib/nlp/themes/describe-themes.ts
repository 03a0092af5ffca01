import { seedFrom } from '@/lib/core/random';
import { type Centroid, computeCentroids } from './centroids';
import type { Clusters } from './cluster-documents';
import type { OnFinding } from './discovery-progress';
import type { ThemeDocument } from './documents';
import { findMainLanguage, languageOf } from './main-language';
import { nameThemes } from './name-themes';
import { rowOf, type SparseRows } from './sparse-rows';
import { findSurfaceForms } from './surface-forms';
import { PAIR_MARK, type Vocabulary } from './tfidf';
import { buildThemeIndex, scoreThemes } from './theme-index';
import type { Subtheme, Theme } from './theme-model';

const CENTROID_TERMS = 60;
const KEYWORD_COUNT = 8;
const KEY_TERM_COUNT = 6;
const EXAMPLE_COUNT = 5;
const TYPICAL_COUNT = 25;
const SPREAD_COUNT = 15;
const FEWEST_NAMED = 3;
const SMALLEST_NAMED_SHARE = 0.15;

/**
 * Themes and sub-themes with keys, names, keywords and examples. All names differ, also those of a theme and its
 * sub-themes.
 * @param scorers of the themes, then of the sub-themes
 */
export function describeThemes(
  documents: readonly ThemeDocument[],
  words: SparseRows,
  vocabulary: Vocabulary,
  clusters: Clusters,
  scorers: readonly Pick<Theme, 'scorer' | 'sentenceScorer'>[],
  onProgress?: OnFinding,
): { themes: Theme[]; subthemes: Subtheme[] } {
  const { themes, subthemes, themeCount, parentOf } = clusters;
  const weights = Float64Array.from(documents, ({ statements }) => Math.sqrt(statements));
  const centroids = [
    ...computeCentroids(words, themes, themeCount, weights, CENTROID_TERMS),
    ...computeCentroids(words, subthemes, parentOf.length, weights, CENTROID_TERMS),
  ];
  const members = [
    ...rankTypical(documents, themes, centroids.slice(0, themeCount), words),
    ...rankTypical(documents, subthemes, centroids.slice(themeCount), words),
  ];
  const parents = [...Array<undefined>(themeCount), ...parentOf];
  const described = describeAll(documents, members, centroids, parents, vocabulary, (done) =>
    onProgress?.({ step: 'names', done, total: members.length }),
  ).map((theme, place) => ({ ...theme, ...scorers[place] }));
  return {
    themes: described.slice(0, themeCount),
    subthemes: described.slice(themeCount).map((theme, place) => ({
      ...theme,
      parentKey: described[parentOf[place] ?? 0]?.key ?? '',
    })),
  };
}

/** Rows of each group from most to least typical; of equally typical ones the longer, which says more. */
function rankTypical(
  documents: readonly ThemeDocument[],
  groups: Int32Array,
  centroids: readonly Centroid[],
  words: SparseRows,
): number[][] {
  const index = buildThemeIndex(centroids, words.columnCount);
  const rows = centroids.map((): { row: number; cosine: number }[] => []);
  groups.forEach((group, row) => {
    if (group >= 0) rows[group]?.push({ row, cosine: scoreThemes(index, rowOf(words, row))[group] ?? 0 });
  });
  const lengthOf = (row: number) => documents[row]?.segment.text.length ?? 0;
  return rows.map((members) =>
    members
      .sort((a, b) => b.cosine - a.cosine || lengthOf(b.row) - lengthOf(a.row) || a.row - b.row)
      .map(({ row }) => row),
  );
}

function describeAll(
  documents: readonly ThemeDocument[],
  members: readonly number[][],
  centroids: readonly Centroid[],
  parents: readonly (number | undefined)[],
  vocabulary: Vocabulary,
  onNamed: (done: number) => void,
): Omit<Theme, 'scorer'>[] {
  const documentsAt = (rows: readonly number[]) => rows.flatMap((row) => documents[row] ?? []);
  const termsOf = centroids.map(({ columns, weights }) =>
    Array.from(columns, (column, place): [string, number] => [
      vocabulary.terms[column] ?? '',
      Number((weights[place] ?? 0).toFixed(5)),
    ]),
  );
  const stemsOf = termsOf.map((terms) =>
    terms.flatMap(([term]) => (term.includes(PAIR_MARK) ? [] : [term])).slice(0, KEYWORD_COUNT),
  );
  const main = findMainLanguage(documents);
  const wanted = new Set(stemsOf.flat());
  // What stands for several languages is written in that of most.
  const surfaces = new Map([
    ...findSurfaceForms(documents, wanted),
    ...findSurfaceForms(
      documents.filter((document) => languageOf(document) === main),
      wanted,
    ),
  ]);
  const keywordsOf = stemsOf.map((stems) => stems.map((stem) => surfaces.get(stem) ?? stem));
  const names = nameThemes(
    members.map((rows, place) => {
      const named = inMainLanguage(documentsAt(rows), main);
      const said = new Set(named.flatMap(({ stems }) => [...stems.keys()]));
      return {
        documents: named,
        typical: chooseTypical(named),
        keywords: (stemsOf[place] ?? [])
          .filter((stem) => said.has(stem))
          .map((stem) => ({ stem, word: surfaces.get(stem) ?? stem })),
        weights: new Map(termsOf[place]),
        parent: parents[place],
      };
    }),
    documents,
    onNamed,
  );
  const takenKeys = new Set<string>();
  return termsOf.map((centroid, place) => ({
    key: makeKey((stemsOf[place] ?? []).slice(0, KEY_TERM_COUNT), takenKeys),
    name: names[place] ?? '',
    keywords: keywordsOf[place] ?? [],
    size: 0,
    centroid,
    exampleIds: documentsAt((members[place] ?? []).slice(0, EXAMPLE_COUNT)).map(({ segment }) => segment.id),
  }));
}

/** Those in the language of most of the corpus, where a theme has enough of them: a name is to be read by those who read the rest. */
function inMainLanguage(documents: ThemeDocument[], main: string): ThemeDocument[] {
  const own = documents.filter((document) => languageOf(document) === main);
  return own.length >= Math.max(FEWEST_NAMED, SMALLEST_NAMED_SHARE * documents.length) ? own : documents;
}

/** The most typical ones and some from all over the theme: what is said in one way only is not all that is said. */
function chooseTypical(documents: readonly ThemeDocument[]): ThemeDocument[] {
  const [first, rest] = [documents.slice(0, TYPICAL_COUNT), documents.slice(TYPICAL_COUNT)];
  const step = Math.max(1, Math.ceil(rest.length / SPREAD_COUNT));
  return first.concat(rest.filter((_, place) => place % step === 0));
}

function makeKey(leadingStems: readonly string[], taken: Set<string>): string {
  const words = [...leadingStems].sort().join(' ');
  let key = '';
  for (let attempt = 0; key === '' || taken.has(key); attempt++) {
    key = seedFrom(attempt === 0 ? words : `${words} ${attempt}`)
      .toString(16)
      .padStart(8, '0');
  }
  taken.add(key);
  return key;
}

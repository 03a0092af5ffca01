import { newId, sha256 } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { SENTENCE_VERSION, type SentenceVector } from '@/lib/nlp/encoder/sentence-vector';
import type { AnnotationEngine } from '@/lib/nlp/engine';
import type { ExampleText } from '@/lib/nlp/themes/train-themes';
import { candidateSchema } from '@/lib/themes/proposal-schema';
import { DISCOVERED, findThemeModel, type StoredThemeModel } from '@/lib/themes/queries';
import { describeTheme, type SteeredTheme, steerModel, type ThemeClassifier } from '@/lib/themes/steer-model';

/** Under this name model_versions keeps every classifier that assigned something: which discovery, which words of people. */
const CLASSIFIER = 'classifier';
/** Examples of a theme that are heard; the newest ones. */
const MOST_EXAMPLES = 200;

export interface ThemeAssigner extends ThemeClassifier {
  /** The classifier's version, kept with each assignment. */
  modelVersionId: string;
}

interface CacheEntry {
  discoveredId: string | null;
  stored: StoredThemeModel | null;
  signature: string;
  /** Of descriptions and imported examples, which stand in no comment. */
  vectors: ReadonlyMap<string, SentenceVector | null>;
  assigner: ThemeAssigner;
}

// A model takes longer to read and lay out than a batch takes to assign; the newest of each workspace is kept.
const cache = new Map<string, CacheEntry>();

/**
 * What assigns spans to the workspace's themes as they are now, or null where there are no themes yet.
 * @param engine reads what themes mean; in the fast lane it cannot, and assigning looks at words alone
 */
export async function findThemeAssigner(
  scope: Scope,
  engine: Pick<AnnotationEngine, 'encode'>,
): Promise<ThemeAssigner | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const cached = cache.get(workspaceId);
    const discoveredId = await findDiscoveredId(db, workspaceId);
    const stored =
      cached && cached.discoveredId === discoveredId ? cached.stored : await findThemeModel(inner);
    const { themes: steered, vocabulary } = await findSteeredThemes(db, workspaceId, stored);
    if (steered.length === 0) return null;
    const vectors = await readThemes(steered, engine, cached?.vectors);
    const themes = withVectors(steered, vectors);
    const signature = sign(discoveredId, themes);
    if (cached?.signature === signature && (await isThere(db, workspaceId, cached))) return cached.assigner;
    const base = stored && {
      thresholds: stored.model.thresholds,
      vocabulary: { ...vocabulary, ...stored.model.vocabulary },
    };
    const modelVersionId = await ensureVersion(db, workspaceId, signature, discoveredId);
    const assigner = { modelVersionId, ...steerModel(base, themes) };
    cache.set(workspaceId, { discoveredId, stored, signature, vectors, assigner });
    return assigner;
  });
}

/** What themes that people made, and the examples they gave with them, mean; each text is read once. */
async function readThemes(
  themes: readonly SteeredTheme[],
  engine: Pick<AnnotationEngine, 'encode'>,
  known: CacheEntry['vectors'] = new Map(),
): Promise<CacheEntry['vectors']> {
  const texts = themes.flatMap((theme) => [
    ...(theme.found ? [] : [describeTheme(theme)]),
    ...theme.positives.flatMap(({ text, vector }) => (vector === undefined ? [text] : [])),
  ]);
  const unread = [...new Set(texts)].filter((text) => !known.has(text));
  const read = unread.length > 0 ? await engine.encode(unread.map((text) => ({ text, language: null }))) : [];
  const fresh = new Map(unread.map((text, index) => [text, read[index] ?? null]));
  return new Map(texts.map((text) => [text, fresh.get(text) ?? known.get(text) ?? null]));
}

const withVectors = (themes: readonly SteeredTheme[], vectors: CacheEntry['vectors']): SteeredTheme[] =>
  themes.map((theme) => ({
    ...theme,
    descriptionVector: vectors.get(describeTheme(theme)) ?? null,
    positives: theme.positives.map((one) => ({
      ...one,
      vector: one.vector ?? vectors.get(one.text) ?? null,
    })),
  }));

/**
 * Changes with all that the classifier is made of. While comments are read anew their vectors come in page by page: it is
 * made again when there are twice as many.
 */
function sign(discoveredId: string | null, themes: readonly SteeredTheme[]): string {
  const without = JSON.stringify(themes, (key, value) => (/vector$/i.test(key) ? undefined : value));
  const described = themes.filter(({ descriptionVector }) => descriptionVector).length;
  const seen = themes.reduce(
    (sum, { positives, negatives }) =>
      sum + [...positives, ...negatives].filter(({ vector }) => vector).length,
    0,
  );
  return sha256(
    JSON.stringify([discoveredId, without, SENTENCE_VERSION, described, seen && Math.floor(Math.log2(seen))]),
  );
}

async function findDiscoveredId(db: Db, workspaceId: string): Promise<string | null> {
  const newest = await db.modelVersion.findFirst({
    where: { workspaceId, purpose: 'themes', name: DISCOVERED },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return newest?.id ?? null;
}

/** A version made in a transaction that was rolled back is gone, though it is remembered here. */
async function isThere(db: Db, workspaceId: string, { assigner }: CacheEntry): Promise<boolean> {
  return (await db.modelVersion.count({ where: { workspaceId, id: assigner.modelVersionId } })) > 0;
}

async function ensureVersion(
  db: Db,
  workspaceId: string,
  signature: string,
  discoveredId: string | null,
): Promise<string> {
  const key = { workspaceId, purpose: 'themes' as const, name: CLASSIFIER, version: signature.slice(0, 16) };
  await db.modelVersion.createMany({
    data: [{ ...key, id: newId(), artifact: { discoveredId } }],
    skipDuplicates: true,
  });
  const row = await db.modelVersion.findUniqueOrThrow({ where: { workspaceId_purpose_name_version: key } });
  return row.id;
}

/** Every theme that is not withdrawn, with what discoveries found of it and what people said of it. */
async function findSteeredThemes(
  db: Db,
  workspaceId: string,
  stored: StoredThemeModel | null,
): Promise<{ themes: SteeredTheme[]; vocabulary: Record<string, number> }> {
  const rows = await db.theme.findMany({ where: { workspaceId, withdrawnAt: null }, orderBy: { id: 'asc' } });
  const subthemes = stored?.model.subthemes ?? [];
  const foundByKey = new Map(
    [...(stored?.model.themes ?? []), ...subthemes].map(({ key, centroid, scorer, sentenceScorer }) => [
      key,
      { centroid, scorer, sentenceScorer },
    ]),
  );
  const idByKey = new Map(rows.flatMap(({ id, key }): [string, string][] => (key ? [[key, id]] : [])));
  const parentKeyOf = new Map(subthemes.map(({ key, parentKey }) => [key, parentKey]));
  const accepted = await findAccepted(db, workspaceId);
  const examples = await findExamples(db, workspaceId);
  const themes = rows.map((row) => ({
    id: row.id,
    name: row.name,
    found: accepted.foundOf.get(row.id) ?? foundByKey.get(row.key ?? '') ?? null,
    foundWithinId: accepted.foundOf.has(row.id)
      ? null
      : (idByKey.get(parentKeyOf.get(row.key ?? '') ?? '') ?? null),
    definition: row.definition,
    includeTerms: row.includeTerms,
    excludeTerms: row.excludeTerms,
    positives: [
      ...row.examples.map((text) => ({ text, language: null })),
      ...(examples.positives.get(row.id) ?? []),
    ],
    negatives: examples.negatives.get(row.id) ?? [],
    splitFromId: row.splitFromId,
    descriptionVector: null,
  }));
  return { themes, vocabulary: accepted.vocabulary };
}

/** What accepted proposals taught, by theme; the newest of each holds. */
async function findAccepted(db: Db, workspaceId: string) {
  const proposals = await db.themeProposal.findMany({
    where: { workspaceId, status: 'accepted', themeId: { not: null } },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: { themeId: true, kind: true, candidate: true },
  });
  const foundOf = new Map<string, SteeredTheme['found']>();
  const vocabulary: Record<string, number> = {};
  for (const { themeId, candidate } of proposals) {
    if (!themeId || candidate === null) continue;
    const { theme, vocabulary: idf } = candidateSchema.parse(candidate);
    foundOf.set(themeId, {
      centroid: theme.centroid,
      scorer: theme.scorer,
      sentenceScorer: theme.sentenceScorer,
    });
    Object.assign(vocabulary, idf);
  }
  return { foundOf, vocabulary };
}

interface ExampleRow {
  themeId: string;
  isPositive: boolean;
  text: string;
  start: number;
  end: number;
  language: string | null;
  vector: Uint8Array | null;
}

/** Spans that people said a theme is in, and is not in. */
async function findExamples(db: Db, workspaceId: string) {
  const rows = await db.$queryRaw<ExampleRow[]>`
    SELECT placed."themeId", "isPositive", text, start, "end", language, v.vector FROM (
      SELECT e.*, row_number() OVER (PARTITION BY "themeId", "isPositive" ORDER BY at DESC, "spanId") AS place FROM (
        SELECT a.theme_id AS "themeId", true AS "isPositive", a.span_id AS "spanId", a.created_at AS at,
          f.text, s.start, s."end", f.language
        FROM theme_assignments a
          JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
          JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = s.feedback_id
        WHERE a.workspace_id = ${workspaceId}::uuid AND a.maker = 'human'
        UNION ALL
        SELECT d.theme_id, false, s.id, d.decided_at, f.text, s.start, s."end", f.language
        FROM theme_decisions d
          JOIN spans s ON s.workspace_id = d.workspace_id AND s.id = (d.payload ->> 'spanId')::uuid
          JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = s.feedback_id
        WHERE d.workspace_id = ${workspaceId}::uuid AND d.action = 'not_here' AND d.undone_at IS NULL
      ) e
    ) placed
      LEFT JOIN span_vectors v ON v.workspace_id = ${workspaceId}::uuid AND v.span_id = placed."spanId"
        AND v.version = ${SENTENCE_VERSION}
    WHERE place <= ${MOST_EXAMPLES}
    ORDER BY placed."themeId", "isPositive", place`;
  const positives = new Map<string, ExampleText[]>();
  const negatives = new Map<string, ExampleText[]>();
  for (const { themeId, isPositive, text, start, end, language, vector } of rows) {
    const side = isPositive ? positives : negatives;
    const example = { text: text.slice(start, end), language, vector: vector && new Int8Array(vector) };
    side.set(themeId, [...(side.get(themeId) ?? []), example]);
  }
  return { positives, negatives };
}

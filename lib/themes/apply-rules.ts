import { newId, sha256 } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { RULE_CONFIDENCE } from '@/lib/themes/steer-model';
import { makeTermMatcher, toWords } from '@/lib/themes/term-matcher';

/** Under this name model_versions keeps the words that put a comment in a theme before the classifier had looked at it. */
const RULES = 'rules';
/** Comments that are looked at in the act itself, the newest; the others follow when all are assigned anew. */
const MOST_AT_ONCE = 2000;

interface Ruled {
  id: string;
  includeTerms: string[];
  excludeTerms: string[];
  splitFromId: string | null;
}

interface Sentence {
  id: string;
  feedbackId: string;
  text: string;
  start: number;
  end: number;
}

/**
 * Holds the words of these themes against the comments that have them, in the caller's transaction: what a person's words say is
 * seen at once, what the classifier makes of them follows when all comments are assigned anew. What other people said of a
 * comment stays.
 * @returns comments that got or lost a theme by it
 */
export async function applyRules(scope: Scope, themeIds: readonly string[]): Promise<number> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const themes = await db.theme.findMany({
      where: { workspaceId, id: { in: [...themeIds] }, withdrawnAt: null },
      select: { id: true, includeTerms: true, excludeTerms: true, splitFromId: true },
    });
    const changed = new Set<string>();
    for (const theme of themes) {
      for (const id of await applyRule(db, workspaceId, theme)) changed.add(id);
    }
    return changed.size;
  });
}

async function applyRule(db: Db, workspaceId: string, theme: Ruled): Promise<string[]> {
  const takes = makeTermMatcher(theme.includeTerms) ?? (() => false);
  const refuses = makeTermMatcher(theme.excludeTerms) ?? (() => false);
  const taken: Sentence[] = [];
  const left: Sentence[] = [];
  for (const sentence of await findSentences(db, workspaceId, [
    ...theme.includeTerms,
    ...theme.excludeTerms,
  ])) {
    const words = toWords(sentence.text.slice(sentence.start, sentence.end));
    if (refuses(words)) left.push(sentence);
    else if (takes(words)) taken.push(sentence);
  }
  // What stood in it by words that are no longer its own.
  for (const sentence of await findRuled(db, workspaceId, theme.id)) {
    if (!takes(toWords(sentence.text.slice(sentence.start, sentence.end)))) left.push(sentence);
  }
  return [
    ...(await takeOff(db, workspaceId, theme.id, left)),
    ...(theme.splitFromId ? await takeOff(db, workspaceId, theme.splitFromId, taken) : []),
    ...(await put(db, workspaceId, theme, taken)),
  ];
}

/** Sentences of the newest comments that hold one of these terms, sifted by the words as they are written. */
function findSentences(db: Db, workspaceId: string, terms: readonly string[]): Promise<Sentence[]> | [] {
  const patterns = terms.flatMap((term) => {
    const words = term.match(/[\p{L}\p{N}]+/gu);
    return words ? [`%${words.join('%')}%`] : [];
  });
  if (patterns.length === 0) return [];
  return db.$queryRaw<Sentence[]>`
    SELECT s.id, s.feedback_id AS "feedbackId", f.text, s.start, s."end"
    FROM (
      SELECT id, text FROM feedback
      WHERE workspace_id = ${workspaceId}::uuid AND annotated_at IS NOT NULL AND text ILIKE ANY(${patterns}::text[])
      ORDER BY occurred_at DESC, id
      LIMIT ${MOST_AT_ONCE}) f
      JOIN spans s ON s.workspace_id = ${workspaceId}::uuid AND s.feedback_id = f.id
    WHERE s.kind IS DISTINCT FROM 'no_content'`;
}

/** Sentences that words alone put in a theme. */
function findRuled(db: Db, workspaceId: string, themeId: string): Promise<Sentence[]> {
  return db.$queryRaw<Sentence[]>`
    SELECT s.id, s.feedback_id AS "feedbackId", f.text, s.start, s."end"
    FROM theme_assignments a
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
      JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = s.feedback_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.theme_id = ${themeId}::uuid AND a.maker = 'engine'
      AND a.confidence = ${RULE_CONFIDENCE}::real
    ORDER BY f.occurred_at DESC, f.id
    LIMIT ${MOST_AT_ONCE}`;
}

/** As when all are assigned anew: a sentence that a person put a theme on loses none, nor one whose feeling a person judged. */
async function takeOff(
  db: Db,
  workspaceId: string,
  themeId: string,
  sentences: readonly Sentence[],
): Promise<string[]> {
  if (sentences.length === 0) return [];
  const spanIds = sentences.map(({ id }) => id);
  const rows = await db.$queryRaw<{ feedbackId: string }[]>`
    DELETE FROM theme_assignments a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.theme_id = ${themeId}::uuid AND a.maker = 'engine'
      AND a.span_id = ANY(${spanIds}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM theme_assignments h
        WHERE h.workspace_id = a.workspace_id AND h.span_id = a.span_id
          AND (h.maker = 'human' OR h.sentiment_maker = 'human' AND h.id = a.id))
    RETURNING a.feedback_id AS "feedbackId"`;
  return rows.map(({ feedbackId }) => feedbackId);
}

async function put(
  db: Db,
  workspaceId: string,
  { id: themeId, includeTerms, excludeTerms }: Ruled,
  sentences: readonly Sentence[],
): Promise<string[]> {
  if (sentences.length === 0) return [];
  const version = `${RULES}+${sha256(JSON.stringify([themeId, includeTerms, excludeTerms])).slice(0, 16)}`;
  const key = { workspaceId, purpose: 'themes' as const, name: RULES, version };
  await db.modelVersion.createMany({ data: [{ ...key, id: newId() }], skipDuplicates: true });
  const { id: versionId } = await db.modelVersion.findUniqueOrThrow({
    where: { workspaceId_purpose_name_version: key },
  });
  const rows = sentences.map(({ id, feedbackId }) => ({ id: newId(), span_id: id, feedback_id: feedbackId }));
  // What a person took off stays off.
  const got = await db.$queryRaw<{ feedbackId: string }[]>`
    INSERT INTO theme_assignments (workspace_id, id, theme_id, feedback_id, span_id, confidence, maker, model_version_id)
    SELECT ${workspaceId}::uuid, r.id, ${themeId}::uuid, r.feedback_id, r.span_id, ${RULE_CONFIDENCE}, 'engine',
      ${versionId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, feedback_id uuid, span_id uuid)
    WHERE NOT EXISTS (
      SELECT 1 FROM theme_decisions d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.theme_id = ${themeId}::uuid AND d.action = 'not_here'
        AND d.undone_at IS NULL AND d.payload ->> 'spanId' = r.span_id::text)
    ON CONFLICT (workspace_id, span_id, theme_id) DO NOTHING
    RETURNING feedback_id AS "feedbackId"`;
  return got.map(({ feedbackId }) => feedbackId);
}

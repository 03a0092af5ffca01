import { hasField } from '@/lib/accounts/custom-fields';
import { NOT_HERE } from '@/lib/annotations/correction-schema';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { lastReader } from '@/lib/annotations/last-reader';
import {
  labelOfSign,
  mentionIsProblem,
  mentionSentiment,
  weighMentions,
} from '@/lib/annotations/mention-sql';
import { isUnsure } from '@/lib/annotations/unsure-theme';
import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import { hasOwnDay } from '@/lib/feedback/own-day';

/**
 * A filter as SQL over the feedback table under the alias `f`. Lists and counts share it, so a count equals its rows.
 * A theme stands for itself and for the themes merged into it; one that was merged away stands for where it went.
 */
export function feedbackWhere(workspaceId: string, filter: FeedbackFilter): Prisma.Sql {
  const terms = [Prisma.sql`f.workspace_id = ${workspaceId}::uuid`];
  const add = (term: Prisma.Sql) => terms.push(term);
  if (filter.q) add(Prisma.sql`f.id IN (SELECT search_feedback(${filter.q}))`);
  if (filter.sentiment) add(isFelt(workspaceId, filter, Prisma.sql`= ${filter.sentiment}`));
  if (filter.kind) add(Prisma.sql`f.kind = ${filter.kind}::statement_kind`);
  if (filter.intent) add(Prisma.sql`${filter.intent}::intent = ANY(f.intents)`);
  if (filter.channel) add(Prisma.sql`f.channel = ${filter.channel}::channel`);
  if (filter.language) add(Prisma.sql`f.language = ${filter.language}`);
  if (filter.account) add(Prisma.sql`f.account_id = ${filter.account}::uuid`);
  if (filter.accountless) add(Prisma.sql`f.account_id IS NULL`);
  if (filter.contact) add(Prisma.sql`f.contact_id = ${filter.contact}::uuid`);
  if (filter.conversation) add(Prisma.sql`f.conversation_id = ${filter.conversation}::uuid`);
  if (filter.import) add(Prisma.sql`f.import_id = ${filter.import}::uuid`);
  if (filter.source) add(Prisma.sql`f.source_id = ${filter.source}::uuid`);
  if (filter.dated) add(hasOwnDay(Prisma.sql`f`, Prisma.sql`f.occurred_at`));
  if (filter.from) add(Prisma.sql`f.occurred_at >= ${dayBegins(filter.from)}`);
  if (filter.to) add(Prisma.sql`f.occurred_at < ${dayEnds(filter.to)}`);
  const problemOnly = filter.problem === '1';
  if (filter.branch) {
    add(
      filter.first
        ? mentionedBranchFirst(filter.branch, problemOnly)
        : isMentioned(mentionsOfBranch(workspaceId, filter.branch), problemOnly),
    );
  }
  if (filter.theme || (problemOnly && !filter.branch)) {
    add(
      filter.first
        ? mentionedFirst(filter.theme, problemOnly)
        : isMentioned(mentionsOfTheme(workspaceId, filter.theme), problemOnly),
    );
  }
  if (filter.read === 'any') add(Prisma.sql`f.annotated_at IS NOT NULL`);
  if (filter.read === 'content') add(Prisma.sql`f.kind <> 'no_content'`);
  const themed = filter.first ? hadTheme : hasTheme;
  if (filter.untagged) add(Prisma.sql`f.kind <> 'no_content' AND NOT ${themed}`);
  if (filter.tagged) add(Prisma.sql`f.kind <> 'no_content' AND ${themed}`);
  if (filter.unsure) add(hasUnsureTheme);
  if (filter.corrected) add(hasCorrectedTheme(workspaceId));
  if (filter.byWords) {
    add(Prisma.sql`f.annotated_at IS NOT NULL AND f.kind <> 'no_content' AND NOT ${hasVector}`);
  }
  if (filter.unjudged) add(isFelt(workspaceId, filter, Prisma.sql`IS NULL`));
  if (filter.reader) add(Prisma.sql`f.annotated_at IS NOT NULL AND ${lastReader} = ${filter.reader}::uuid`);
  if (filter.plan || filter.segment || filter.field) {
    add(Prisma.sql`EXISTS (
      SELECT 1 FROM accounts c WHERE c.workspace_id = f.workspace_id AND c.id = f.account_id
        AND ${filter.plan ? Prisma.sql`c.plan = ${filter.plan}` : Prisma.sql`true`}
        AND ${filter.segment ? Prisma.sql`c.segment = ${filter.segment}` : Prisma.sql`true`}
        AND ${filter.field ? hasField(Prisma.sql`c`, filter.field) : Prisma.sql`true`})`);
  }
  return Prisma.join(terms, ' AND ');
}

const hasVector = Prisma.sql`EXISTS (
  SELECT 1 FROM spans s JOIN span_vectors v ON v.workspace_id = s.workspace_id AND v.span_id = s.id
  WHERE s.workspace_id = f.workspace_id AND s.feedback_id = f.id)`;

/**
 * How a statement feels, as a label in text: about the theme or branch that a filter names, else on the whole. What was felt
 * about themes as they were first assigned was not kept, so there it is the whole, too.
 */
export function feltIn(workspaceId: string, filter: FeedbackFilter): Prisma.Sql {
  const mentions = mentionsIn(workspaceId, filter);
  if (!mentions) return Prisma.sql`f.sentiment_label::text`;
  return Prisma.sql`(SELECT ${labelOfSign(weighMentions(mentionSentiment))} FROM ${mentions} AND a.feedback_id = f.id)`;
}

/** Whether {@link feltIn} is so. The mentions of a theme are weighed together: one by one for every statement takes long. */
function isFelt(workspaceId: string, filter: FeedbackFilter, isSo: Prisma.Sql): Prisma.Sql {
  const mentions = mentionsIn(workspaceId, filter);
  if (!mentions) return Prisma.sql`f.sentiment_label::text ${isSo}`;
  return Prisma.sql`f.id IN (
    SELECT a.feedback_id FROM ${mentions}
    GROUP BY a.feedback_id HAVING ${labelOfSign(weighMentions(mentionSentiment))} ${isSo})`;
}

/** What a filter's sentiment is about; null for the whole of statements. */
function mentionsIn(workspaceId: string, { first, branch, theme }: FeedbackFilter): Prisma.Sql | null {
  if (first) return null;
  if (branch) return mentionsOfBranch(workspaceId, branch);
  return theme ? mentionsOfTheme(workspaceId, theme) : null;
}

/** A theme that was set aside is none. */
const hasTheme = Prisma.sql`EXISTS (
  SELECT 1 FROM theme_assignments a
    JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
    JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
  WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id
    AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL)`;

const hadTheme = Prisma.sql`EXISTS (
  SELECT 1 FROM theme_first_assignments a WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id)`;

const hasUnsureTheme = Prisma.sql`EXISTS (
  SELECT 1 FROM theme_assignments a
  WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id AND ${isUnsure})`;

/** Both lists are read once, not for every comment. */
const hasCorrectedTheme = (workspaceId: string): Prisma.Sql => Prisma.sql`(
  f.id IN (
    SELECT a.feedback_id FROM theme_assignments a WHERE a.workspace_id = ${workspaceId}::uuid AND a.maker = 'human')
  OR f.id::text IN (
    SELECT d.payload ->> 'feedbackId' FROM theme_decisions d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.action = ${NOT_HERE} AND d.undone_at IS NULL))`;

/** Mentions of the theme, or of any. */
function mentionsOfTheme(workspaceId: string, themeId: string | undefined): Prisma.Sql {
  const isTheme = themeId
    ? Prisma.sql`coalesce(t.merged_into_id, t.id) = (
        SELECT coalesce(k.merged_into_id, k.id) FROM themes k
        WHERE k.workspace_id = ${workspaceId}::uuid AND k.id = ${themeId}::uuid)`
    : Prisma.sql`true`;
  return Prisma.sql`theme_assignments a
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND ${isTheme}`;
}

/** Mentions of the theme or of one of its sub-themes. */
function mentionsOfBranch(workspaceId: string, themeId: string): Prisma.Sql {
  return Prisma.sql`theme_assignments a
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
        AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
      LEFT JOIN themes p ON p.workspace_id = k.workspace_id AND p.id = k.parent_id
      JOIN themes asked ON asked.workspace_id = a.workspace_id AND asked.id = ${themeId}::uuid
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
    WHERE a.workspace_id = ${workspaceId}::uuid
      AND coalesce(asked.merged_into_id, asked.id) IN (k.id, coalesce(p.merged_into_id, p.id))`;
}

/** Statements with such a mention; on request only with one that speaks of a problem. */
const isMentioned = (mentions: Prisma.Sql, problemOnly: boolean): Prisma.Sql =>
  Prisma.sql`EXISTS (
    SELECT 1 FROM ${mentions} AND a.feedback_id = f.id AND ${problemOnly ? mentionIsProblem : Prisma.sql`true`})`;

/** Statements that were first assigned the theme or one of its sub-themes; on request only those that spoke of a problem then. */
function mentionedBranchFirst(themeId: string, problemOnly: boolean): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM theme_first_assignments a
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      LEFT JOIN themes p ON p.workspace_id = t.workspace_id AND p.id = t.parent_id AND p.parent_id IS NULL
    WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id AND ${themeId}::uuid IN (t.id, p.id)
      AND ${problemOnly ? Prisma.sql`a.is_problem` : Prisma.sql`true`})`;
}

/** Statements that were first assigned the theme, or any; on request only those that spoke of a problem with it then. */
function mentionedFirst(themeId: string | undefined, problemOnly: boolean): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM theme_first_assignments a
    WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id
      AND ${themeId ? Prisma.sql`a.theme_id = ${themeId}::uuid` : Prisma.sql`true`}
      AND ${problemOnly ? Prisma.sql`a.is_problem` : Prisma.sql`true`})`;
}

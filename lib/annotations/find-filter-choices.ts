import { type FeedbackFilter, withoutField } from '@/lib/annotations/feedback-filter';
import { countFeedback } from '@/lib/annotations/find-feedback';
import type { Scope } from '@/lib/db/scope';

/** What a list of feedback can be narrowed to in this workspace. */
export interface FilterChoices {
  themes: { id: string; name: string }[];
  plans: string[];
  segments: string[];
  /** Where statements came from. */
  sources: { id: string; name: string }[];
  /** ISO 639-1, of the newest statements. */
  languages: string[];
}

/** How many of the newest statements are asked for their language. */
const LANGUAGE_SAMPLE = 5000;

/** The values that filters may take, each list in its reading order. */
export async function findFilterChoices(scope: Scope): Promise<FilterChoices> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const themes = await db.theme.findMany({
      where: { workspaceId, mergedIntoId: null, excludedAt: null, withdrawnAt: null },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const sources = await db.$queryRaw<FilterChoices['sources']>`
      SELECT s.id, s.name FROM sources s
      WHERE s.workspace_id = ${workspaceId}::uuid AND EXISTS (
        SELECT 1 FROM feedback f WHERE f.workspace_id = s.workspace_id AND f.source_id = s.id)
      ORDER BY s.name, s.id`;
    const [row] = await db.$queryRaw<Omit<FilterChoices, 'themes' | 'sources'>[]>`
      SELECT
        ARRAY(SELECT DISTINCT plan FROM accounts
          WHERE workspace_id = ${workspaceId}::uuid AND plan IS NOT NULL ORDER BY 1) AS plans,
        ARRAY(SELECT DISTINCT segment FROM accounts
          WHERE workspace_id = ${workspaceId}::uuid AND segment IS NOT NULL ORDER BY 1) AS segments,
        ARRAY(SELECT DISTINCT language FROM (
            SELECT language FROM feedback WHERE workspace_id = ${workspaceId}::uuid
            ORDER BY occurred_at DESC, id DESC LIMIT ${LANGUAGE_SAMPLE}) newest
          WHERE language IS NOT NULL ORDER BY 1) AS languages`;
    return { themes, sources, ...(row ?? { plans: [], segments: [], languages: [] }) };
  });
}

/** Filters whose value is the id of something with a name. */
export type NamedFilter =
  | 'account'
  | 'contact'
  | 'theme'
  | 'branch'
  | 'import'
  | 'source'
  | 'conversation'
  | 'reader';

/** The names of what a filter's ids stand for; one that stands for nothing here is absent. */
export async function findFilterNames(
  scope: Scope,
  filter: Partial<Record<NamedFilter, string | undefined>>,
): Promise<Partial<Record<NamedFilter, string>>> {
  const { workspaceId } = scope;
  const at = (id: string) => ({ where: { workspaceId_id: { workspaceId, id } } });
  return scope.run(async (db) => {
    const { account, contact, theme, branch, import: file, source, conversation, reader } = filter;
    const names: Record<NamedFilter, string | null | undefined> = {
      account: account && (await db.account.findUnique(at(account)))?.name,
      contact: contact && (await db.contact.findUnique(at(contact)))?.name,
      theme: theme && (await db.theme.findUnique(at(theme)))?.name,
      branch: branch && (await db.theme.findUnique(at(branch)))?.name,
      import: file && (await db.import.findUnique(at(file)))?.fileName,
      source: source && (await db.source.findUnique(at(source)))?.name,
      conversation: conversation && (await db.conversation.findUnique(at(conversation)))?.subject,
      reader: reader && (await db.modelVersion.findUnique(at(reader)))?.version,
    };
    return Object.fromEntries(Object.entries(names).filter(([, name]) => name));
  });
}

/** A filter without one of its fields, and how many rows that has. */
export interface Relaxation {
  dropped: keyof FeedbackFilter;
  filter: FeedbackFilter;
  count: number;
}

/** For a filter that finds nothing: which fields, each dropped alone, would let rows through; the most rows first. */
export async function findRelaxations(scope: Scope, filter: FeedbackFilter): Promise<Relaxation[]> {
  const relaxed: Relaxation[] = [];
  for (const dropped of Object.keys(filter) as (keyof FeedbackFilter)[]) {
    const without = withoutField(filter, dropped);
    const count = await countFeedback(scope, without);
    if (count > 0) relaxed.push({ dropped, filter: without, count });
  }
  return relaxed.sort((one, other) => other.count - one.count);
}

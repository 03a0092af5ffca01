import type { SpanText } from '@/lib/annotations/assign-themes';
import { findVectors } from '@/lib/annotations/span-vectors';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** The spans of comments that were read, in the order of the comments' ids, with the last id and how many comments. */
export async function readSpans(
  scope: Scope,
  where: Prisma.FeedbackWhereInput,
  take: number,
): Promise<{ spans: SpanText[]; lastId: string | null; comments: number }> {
  const { page, vectors } = await scope.run(async (db) => {
    const page = await db.feedback.findMany({
      where: { ...where, workspaceId: scope.workspaceId, annotatedAt: { not: null } },
      orderBy: { id: 'asc' },
      take,
      select: {
        id: true,
        text: true,
        language: true,
        spans: { select: { id: true, start: true, end: true, kind: true }, orderBy: { start: 'asc' } },
      },
    });
    const ids = page.flatMap(({ spans }) => spans.map(({ id }) => id));
    return { page, vectors: await findVectors(db, scope.workspaceId, ids) };
  });
  const spans = page.flatMap(({ id, text, language, spans: found }) =>
    found.map((span) => ({
      id: span.id,
      feedbackId: id,
      start: span.start,
      text: text.slice(span.start, span.end),
      language,
      kind: span.kind ?? 'statement',
      vector: vectors.get(span.id) ?? null,
    })),
  );
  return { spans, lastId: page.at(-1)?.id ?? null, comments: page.length };
}

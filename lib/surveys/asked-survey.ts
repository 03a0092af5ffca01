import { notFound } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Delivery } from '@/lib/surveys/schema';
import { readDefinition, readDelivery } from '@/lib/surveys/stored-definition';
import type { Definition } from '@/lib/widget/definition';

export interface AskedSurvey {
  id: string;
  name: string;
  publicKey: string;
  delivery: Delivery;
  isOpen: boolean;
  /** It is not open yet, for its first day is to come. */
  isToBegin: boolean;
  versionId: string;
  versionNumber: number;
  definition: Definition;
}

interface Asked {
  /** That somebody has seen: its number, or the id of one their response has; null for the one published last. */
  version?: number | string | null;
  /** Whether it was open then. */
  openAt?: Date;
  /** When it was shown to who answers now: what completed it since then does not count against them. */
  shownAt?: Date | null;
  /** Something new is to be written: of two that may be the last of a quota, one waits for the other. */
  isToWrite?: boolean;
}

/**
 * What a survey asks somebody.
 * @throws ExpectedError 'not_found' where nothing was published, or not this version.
 */
export async function getAskedSurvey(
  scope: Scope,
  surveyId: string,
  { version: wanted = null, openAt = new Date(), shownAt = null, isToWrite = false }: Asked = {},
): Promise<AskedSurvey> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const survey = await db.survey.findFirst({ where: { workspaceId, id: surveyId } });
    const version = await db.surveyVersion.findFirst({
      where: {
        workspaceId,
        surveyId,
        ...(typeof wanted === 'string' ? { id: wanted } : { publishedAt: { not: null } }),
        ...(typeof wanted === 'number' && { number: wanted }),
      },
      orderBy: { number: 'desc' },
    });
    const definition = version && readDefinition(version.definition);
    if (!survey || survey.publicKey === null || !version || !definition) throw notFound('survey');
    const delivery = readDelivery(survey.delivery);
    if (isToWrite && delivery.quota > 0) {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quota ${workspaceId}${surveyId}`}, 0))`;
    }
    const isEnded = [survey.closedAt, survey.archivedAt].some((end) => end !== null && end <= openAt);
    return {
      id: survey.id,
      name: survey.name,
      publicKey: survey.publicKey,
      delivery,
      isOpen:
        !isEnded &&
        isWithinDays(delivery, openAt) &&
        !(await isQuotaReached(db, { workspaceId, surveyId, quota: delivery.quota, until: shownAt })),
      isToBegin: !isEnded && delivery.from > openAt.toISOString().slice(0, 10),
      versionId: version.id,
      versionNumber: version.number,
      definition,
    };
  });
}

/** Whether a moment lies within the days of a delivery, UTC, both ends included. */
export function isWithinDays({ from, until }: Pick<Delivery, 'from' | 'until'>, at: Date): boolean {
  const day = at.toISOString().slice(0, 10);
  return (from === '' || day >= from) && (until === '' || day <= until);
}

/** Whether so many had completed it. Suspect responses do not fill a quota. */
async function isQuotaReached(
  db: Db,
  {
    workspaceId,
    surveyId,
    quota,
    until,
  }: { workspaceId: string; surveyId: string; quota: number; until: Date | null },
): Promise<boolean> {
  if (quota === 0) return false;
  const completedAt = { not: null, ...(until && { lte: until }) };
  const completed = await db.response.count({
    where: { workspaceId, surveyId, completedAt, suspectReason: null },
  });
  return completed >= quota;
}

import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { isWithinDays } from '@/lib/surveys/asked-survey';
import { type AskingHistory, findAskingHistory, mayAskAgain } from '@/lib/surveys/asking-history';
import { type Delivery, deliveryModes } from '@/lib/surveys/schema';
import { readDefinition, readDelivery } from '@/lib/surveys/stored-definition';
import { findSegment, groupsForPage, isForSegment } from '@/lib/surveys/survey-audience';
import { tabOf } from '@/lib/surveys/survey-content';
import type { Definition } from '@/lib/widget/definition';
import type { SiteSurvey } from '@/lib/widget/site-survey';

/** The most surveys that ask on the pages of one site; the older ones first. */
export const MOST_SITE_SURVEYS = 50;

/** Somebody whom a signature names. */
export interface Visitor {
  /** Null: never heard of. */
  contactId: string | null;
  accountId: string | null;
}

export interface SiteSurveys {
  surveys: SiteSurvey[];
  /** Files of the script that the surveys of this site need besides the one that asks, whoever is there; absent: nothing runs. */
  more?: string[];
}

interface Running {
  id: string;
  publicKey: string;
  delivery: Delivery;
  definition: Definition;
}

/**
 * What the script on a page needs to know before it asks: when and where to look. Words, looks and the workspace's segments are
 * no part of it, and neither is a survey that cannot be for this visitor, as far as the server can tell.
 * @param visitor null: nobody known, the same list for all of a language
 * @param languages what the reader wants, in order
 */
export async function findSiteSurveys(
  scope: Scope,
  languages: readonly string[],
  visitor: Visitor | null = null,
  now: Date = new Date(),
): Promise<SiteSurveys> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const running = await findRunning(db, workspaceId, now);
    const segment = await findSegment(db, workspaceId, visitor?.accountId);
    const history = visitor?.contactId
      ? await findAskingHistory(db, workspaceId, visitor.contactId, now)
      : null;
    const surveys = running
      .filter(({ delivery }) => isForSegment(delivery, segment))
      .filter((survey) => !history || mayCome(survey, history, now))
      .map((survey) => toPage(survey, { languages, segment, isKnown: visitor !== null }));
    return { surveys, ...(running.length > 0 && { more: filesFor(running) }) };
  });
}

/** How many surveys are set to ask on the pages of the site, whether or not it is their day. */
export async function countSiteSurveys(scope: Scope): Promise<number> {
  return scope.run((db) => db.survey.count({ where: onPages(scope.workspaceId) }));
}

function onPages(workspaceId: string) {
  const modes = deliveryModes.filter((mode) => mode !== 'none');
  return {
    workspaceId,
    archivedAt: null,
    closedAt: null,
    publicKey: { not: null },
    versions: { some: { publishedAt: { not: null } } },
    OR: modes.map((mode) => ({ delivery: { path: ['mode'], equals: mode } })),
  };
}

/** Surveys that ask on pages today, with what they ask. */
async function findRunning(db: Db, workspaceId: string, now: Date): Promise<Running[]> {
  const found = await db.survey.findMany({
    where: onPages(workspaceId),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, publicKey: true, delivery: true },
  });
  const open = found
    .map((survey) => ({ ...survey, delivery: readDelivery(survey.delivery) }))
    .filter(({ delivery }) => isWithinDays(delivery, now))
    .slice(0, MOST_SITE_SURVEYS);
  const full = await findFull(db, workspaceId, open);
  const versions = await db.$queryRaw<{ surveyId: string; definition: Prisma.JsonValue }[]>`
    SELECT DISTINCT ON (survey_id) survey_id AS "surveyId", definition FROM survey_versions
    WHERE workspace_id = ${workspaceId}::uuid AND survey_id = ANY (${open.map(({ id }) => id)}::uuid[])
      AND published_at IS NOT NULL
    ORDER BY survey_id, number DESC`;
  const definitions = new Map(
    versions.map(({ surveyId, definition }) => [surveyId, readDefinition(definition)]),
  );
  return open.flatMap(({ id, publicKey, delivery }) => {
    const definition = definitions.get(id);
    return publicKey && definition && !full.has(id) ? [{ id, publicKey, delivery, definition }] : [];
  });
}

/** Those of which as many responses as wanted are completed. Suspect ones do not count. */
async function findFull(
  db: Db,
  workspaceId: string,
  surveys: Pick<Running, 'id' | 'delivery'>[],
): Promise<Set<string>> {
  const quotas = new Map(
    surveys.flatMap(({ id, delivery }) => (delivery.quota > 0 ? [[id, delivery.quota]] : [])),
  );
  if (quotas.size === 0) return new Set();
  const counts = await db.response.groupBy({
    by: ['surveyId'],
    where: {
      workspaceId,
      surveyId: { in: [...quotas.keys()] },
      completedAt: { not: null },
      suspectReason: null,
    },
    _count: true,
  });
  return new Set(
    counts.flatMap(({ surveyId, _count }) =>
      surveyId && _count >= (quotas.get(surveyId) ?? Infinity) ? [surveyId] : [],
    ),
  );
}

/** Whether one that comes of its own accord may come to this person, or goes on with what they have before them. */
function mayCome({ id, delivery }: Running, history: AskingHistory, now: Date): boolean {
  if (delivery.mode === 'button') return true;
  const isOver = delivery.mode === 'inline' && history.finished.has(id);
  if (history.wish !== null || isOver) return false;
  return history.begun.has(id) || history.shown.has(id) || mayAskAgain({ id, delivery }, history, now);
}

function toPage(
  { publicKey, delivery, definition }: Running,
  { languages, segment, isKnown }: { languages: readonly string[]; segment: string | null; isKnown: boolean },
): SiteSurvey {
  const { mode, delaySeconds, event, percentage, coolDownDays } = delivery;
  const groups = groupsForPage(delivery, segment);
  return {
    key: publicKey,
    mode: mode as SiteSurvey['mode'],
    ...{ delaySeconds, coolDownDays },
    ...(percentage < 100 && !isKnown && { percentage }),
    ...(event && { event }),
    ...(definition.fields.length > 0 && { fields: definition.fields }),
    ...(groups && { groups }),
    ...(mode === 'button' && { tab: tabOf(definition, delivery, languages) }),
  };
}

function filesFor(running: readonly Running[]): string[] {
  const hasMode = (mode: Delivery['mode']) => running.some(({ delivery }) => delivery.mode === mode);
  return [
    // Not for everybody, or something is kept of whom they ask.
    ...(running.some(({ delivery, definition }) => delivery.groups.length + definition.fields.length > 0)
      ? ['rules']
      : []),
    ...(hasMode('inline') ? ['places'] : []),
    ...(hasMode('button') ? ['tab'] : []),
  ];
}

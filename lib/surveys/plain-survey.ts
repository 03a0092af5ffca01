import type { Scope } from '@/lib/db/scope';
import { isListenedTo } from '@/lib/outbound/webhooks/emit-events';
import type { Metric } from '@/lib/responses/schema';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { ensureSource } from '@/lib/surveys/ensure-source';
import { hasLogic } from '@/lib/surveys/off-path';
import { getSiteSurvey } from '@/lib/surveys/widget-requests';
import type { Definition, Question } from '@/lib/widget/definition';

/** How long what is known of a survey may be old: a survey that was closed takes answers for so long. */
const KEPT_MS = 5000;
const MOST_KEPT = 500;

/** What is known of a survey whose answers may be written many at once. */
export interface PlainSurvey {
  scope: Scope;
  id: string;
  versionId: string;
  versionNumber: number;
  /** Whether another system is told of each response that is finished. */
  isListenedTo: boolean;
  sourceId: string;
  /** Answers decide what is asked: a change of them is looked at by itself. */
  hasLogic: boolean;
  definition: Definition;
  questions: Map<string, { id: string; question: Question; metric: Metric | null }>;
}

const kept = new Map<string, { survey: Promise<PlainSurvey | null>; untilMs: number }>();

/** The survey of a key on a site, as it was within the last seconds; null where each save needs a look of its own. */
export function findPlainSurvey(site: string, key: string, nowMs: number): Promise<PlainSurvey | null> {
  const name = `${site} ${key}`;
  const known = kept.get(name);
  if (known && known.untilMs > nowMs) return known.survey;
  const survey = readPlainSurvey(site, key);
  kept.delete(name);
  kept.set(name, { survey, untilMs: nowMs + KEPT_MS });
  // What failed is no knowledge.
  survey.catch(() => kept.delete(name));
  if (kept.size > MOST_KEPT) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
  return survey;
}

async function readPlainSurvey(site: string, key: string): Promise<PlainSurvey | null> {
  const { scope, surveyId } = await getSiteSurvey(site, key);
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const survey = await getAskedSurvey(inner, surveyId);
    const { delivery, isOpen, versionId, versionNumber, definition } = survey;
    // A quota is counted, and work against bots is checked, for each response.
    if (!isOpen || delivery.quota > 0 || delivery.botCheck !== 'none') return null;
    const sourceId = await ensureSource(db, workspaceId, survey);
    const rows = await db.question.findMany({
      where: { workspaceId, surveyVersionId: versionId },
      select: { id: true, key: true, metric: true },
    });
    const asked = new Map(definition.questions.map((question) => [question.key, question]));
    const questions = new Map(
      rows.flatMap(({ id, key: name, metric }) => {
        const question = asked.get(name);
        return question ? [[name, { id, question, metric }] as const] : [];
      }),
    );
    const isListened = await isListenedTo(inner, 'response.completed');
    return {
      ...{ scope, id: surveyId, versionId, versionNumber, isListenedTo: isListened },
      ...{ sourceId, hasLogic: hasLogic(definition), definition, questions },
    };
  });
}

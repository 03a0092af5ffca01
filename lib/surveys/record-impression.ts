import type { Scope } from '@/lib/db/scope';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { pickFields, redactFields } from '@/lib/surveys/hidden-fields';
import type { ResponseChannel } from '@/lib/surveys/schema';

interface Shown {
  surveyId: string;
  /** Of the response it may lead to: a page that is drawn again was shown once. */
  responseId: string;
  contactId: string | null;
  channel: ResponseChannel;
  /** Values of hidden fields, as the link or the page states them; those that the survey does not declare are passed over. */
  fields?: Record<string, unknown> | undefined;
}

/** Notes that a survey was shown to somebody. */
export async function recordImpression(
  scope: Scope,
  { surveyId, responseId, contactId, channel, fields = {} }: Shown,
  now: Date = new Date(),
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const declared =
      Object.keys(fields).length > 0 ? (await getAskedSurvey(inner, surveyId)).definition.fields : [];
    const kept = await redactFields(inner, pickFields(declared, fields));
    await db.impression.createMany({
      data: [{ workspaceId, id: responseId, surveyId, contactId, channel, shownAt: now, fields: kept }],
      skipDuplicates: true,
    });
  });
}

import type { Scope } from '@/lib/db/scope';
import type { ResponseChannel } from '@/lib/surveys/schema';

interface Shown {
  surveyId: string;
  /** Of the response it may lead to: a page that is drawn again was shown once. */
  responseId: string;
  contactId: string | null;
  channel: ResponseChannel;
}

/** Notes that a survey was shown to somebody. */
export async function recordImpression(
  scope: Scope,
  { surveyId, responseId, contactId, channel }: Shown,
  now: Date = new Date(),
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.impression.createMany({
      data: [{ workspaceId, id: responseId, surveyId, contactId, channel, shownAt: now }],
      skipDuplicates: true,
    }),
  );
}

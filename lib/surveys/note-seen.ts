import { findSurveyScope } from '@/lib/auth/respondent';
import { resolveIdentity } from '@/lib/surveys/identity';
import { recordImpression } from '@/lib/surveys/record-impression';

interface Seen {
  responseId: string;
  /** Who it was shown to, signed. */
  token: string | undefined;
  channel: 'page' | 'email';
  fields: Record<string, unknown>;
}

/**
 * Notes that a survey's page was drawn. Whom a signature names was asked, whether they answer or not: somebody not heard of yet
 * is on record from here on, with their account, or the response rate of a segment would leave out who said nothing.
 */
export async function noteSeen(
  surveyKey: string,
  { responseId, token, channel, fields }: Seen,
): Promise<void> {
  const found = await findSurveyScope(surveyKey);
  if (!found) return;
  const { scope, surveyId } = found;
  const contactId = (await resolveIdentity(scope, token))?.contactId ?? null;
  await recordImpression(scope, { surveyId, responseId, contactId, channel, fields });
}

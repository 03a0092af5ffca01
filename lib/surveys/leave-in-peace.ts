import { z } from 'zod';
import { findSurveyScope } from '@/lib/auth/respondent';
import { recordPreference } from '@/lib/surveys/ask-person';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { notice, page } from '@/lib/surveys/hosted-page';
import { resolveIdentity } from '@/lib/surveys/identity';
import { pageStyle } from '@/lib/surveys/page-style';
import { renderNotice } from '@/lib/surveys/render-page';
import { languageSchema } from '@/lib/surveys/schema';
import { wordsFor } from '@/lib/surveys/words';
import { SNOOZE_DAYS } from '@/lib/widget/targeting';

export const peaceFormSchema = z.object({
  /** Who it is, signed. */
  c: z.string().max(4000),
  lang: languageSchema.catch('en'),
});

/** Keeps that a person whom a link names does not want to be asked again, by no survey and in no way; says so. */
export async function leaveInPeace(
  surveyKey: string,
  { c, lang }: z.infer<typeof peaceFormSchema>,
): Promise<Response> {
  const found = await findSurveyScope(surveyKey);
  if (!found) return notice(404, 'There is no survey at this address.');
  const { scope, surveyId } = found;
  const person = await resolveIdentity(scope, c);
  if (!person) return notice(403, 'This link names nobody any more, so nothing was kept.');
  const { contactId } = person;
  await recordPreference(scope, { contactId, neverAsk: true, snoozeDays: SNOOZE_DAYS });
  const { delivery } = await getAskedSurvey(scope, surveyId);
  return page(renderNotice(lang, pageStyle(delivery), wordsFor(lang).notAgain), delivery);
}

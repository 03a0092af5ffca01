import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ExpectedError } from '@/lib/core/errors';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { pickFields } from '@/lib/surveys/hidden-fields';
import { findVisitor, notice, pageHref, redirect } from '@/lib/surveys/hosted-page';
import { parseAnswer } from '@/lib/surveys/parse-answer';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { languageSchema } from '@/lib/surveys/schema';
import { readShownMark } from '@/lib/surveys/suspicion';
import { END } from '@/lib/widget/definition';
import { isAnswered, nextQuestion } from '@/lib/widget/flow';

/** A form of a survey's page: one question. Or one on any page of the customer: every question under its own key. */
export const answerFormSchema = z
  .object({
    r: z.uuid().optional(),
    q: z.string().max(40).optional(),
    c: z.string().max(4000).optional(),
    m: z.string().max(100).default(''),
    lang: languageSchema.optional().catch(undefined),
    via: z.enum(['page', 'email']).catch('page'),
    website: z.string().max(1000).default(''),
    answer: z.union([z.string(), z.array(z.string())]).optional(),
    /** Sent by the script of the page while the person is still at it: saved, and nothing more. */
    stay: z.literal('1').optional(),
  })
  .loose();

/** Saves what a form says and sends the person on to the next question. */
export async function submitAnswerForm(
  surveyKey: string,
  form: z.infer<typeof answerFormSchema>,
): Promise<Response> {
  const { q, c, via, lang } = form;
  try {
    const visitor = await findVisitor(surveyKey, c);
    if (!visitor) return notice(404, 'There is no survey at this address.');
    const { scope, surveyId, person } = visitor;
    const responseId = form.r ?? randomUUID();
    const saved = await findSavedResponse(scope, { surveyId, responseId });
    const survey = await getAskedSurvey(scope, surveyId, saved?.versionId ?? null);
    const { definition } = survey;
    const given: Record<string, unknown> = q === undefined ? form : { [q]: form.answer ?? '' };
    const question = definition.questions.find(({ key }) => key === q);
    if (question?.isRequired && !form.stay && !isAnswered(form.answer)) {
      const here = { r: responseId, q, c, via, lang, m: form.m, missing: '1' as const };
      return redirect(pageHref(surveyKey, here, pickFields(definition.fields, form)));
    }
    const answer = question ? parseAnswer(question, form.answer) : null;
    const answers = { ...saved?.answers };
    if (question) delete answers[question.key];
    if (question && answer !== null) answers[question.key] = answer;
    const next = question ? nextQuestion(definition, answers, question.key) : null;
    await saveAnswers(scope, {
      ...{ surveyId, responseId, person, channel: via },
      answers: given,
      revision: null,
      isDone: next === null && !form.stay,
      language: lang ?? null,
      shownAt: readShownMark(responseId, form.m),
      trap: form.website,
      fields: form,
    });
    if (form.stay) return new Response(null, { status: 204 });
    const { redirectUrl } = definition.thanks;
    if (next === null && redirectUrl !== '') return redirect(redirectUrl);
    return redirect(pageHref(surveyKey, { r: responseId, q: next?.key ?? END, c, via, lang }));
  } catch (error) {
    if (error instanceof ExpectedError) return notice(error.status, error.message);
    throw error;
  }
}

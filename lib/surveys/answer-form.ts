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
import { type AnswerValue, END, type Question } from '@/lib/widget/definition';
import { isComplete, nextQuestion } from '@/lib/widget/flow';

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
    proof: z.string().max(200).default(''),
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
    const question = definition.questions.find(({ key }) => key === q);
    const again = (problem: 'missing' | 'places') =>
      redirect(
        pageHref(
          surveyKey,
          { r: responseId, q, c, via, lang, m: form.m, problem },
          pickFields(definition.fields, form),
        ),
      );
    const said = answerIn(form);
    const answer = question ? tryAnswer(question, said) : null;
    if (answer === undefined) {
      if (!form.stay) return again('places');
      return new Response(null, { status: 204 });
    }
    const isMissing = Boolean(
      question?.isRequired && !form.stay && !isComplete(question, answer ?? undefined),
    );
    if (isMissing && answer === null) return again('missing');
    const answers = { ...saved?.answers };
    if (question) delete answers[question.key];
    if (question && answer !== null) answers[question.key] = answer;
    const next = question ? nextQuestion(definition, answers, question.key) : null;
    await saveAnswers(scope, {
      ...{ surveyId, responseId, person, channel: via },
      answers: q === undefined ? form : { [q]: said },
      revision: null,
      isDone: next === null && !form.stay && !isMissing,
      language: lang ?? null,
      shownAt: readShownMark(responseId, form.m),
      trap: form.website,
      fields: form,
      proof: form.proof,
    });
    if (form.stay) return new Response(null, { status: 204 });
    if (isMissing) return again('missing');
    const { redirectUrl } = definition.thanks;
    if (next === null && redirectUrl !== '') return redirect(redirectUrl);
    return redirect(pageHref(surveyKey, { r: responseId, q: next?.key ?? END, c, via, lang }));
  } catch (error) {
    if (error instanceof ExpectedError) return notice(error.status, error.message);
    throw error;
  }
}

/** What a form says to its question: under `answer`, and of a matrix row by row under `answer.ROW`. */
function answerIn(form: z.infer<typeof answerFormSchema>): unknown[] {
  const rows = Object.keys(form).filter((name) => name.startsWith('answer.'));
  return [form.answer ?? '', ...rows.map((name) => form[name])].flat();
}

/** The answer; null for none. Undefined for a ranking whose places do not fit: a form without a script lets that happen. */
function tryAnswer(question: Question, said: unknown[]): AnswerValue | null | undefined {
  try {
    return parseAnswer(question, said);
  } catch (error) {
    if (error instanceof ExpectedError && question.kind === 'ranking') return undefined;
    throw error;
  }
}

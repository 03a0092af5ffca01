import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findSurveyScope } from '@/lib/auth/respondent';
import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { pickFields } from '@/lib/surveys/hidden-fields';
import { notice, type PageQuery, pageHref, redirect } from '@/lib/surveys/hosted-page';
import { findNamed, resolveIdentity } from '@/lib/surveys/identity';
import { parseAnswer } from '@/lib/surveys/parse-answer';
import { recogniseForm } from '@/lib/surveys/same-form';
import { findTwin } from '@/lib/surveys/same-person';
import { type AnswersInput, saveAnswers } from '@/lib/surveys/save-answers';
import { languageSchema } from '@/lib/surveys/schema';
import { readShownMark } from '@/lib/surveys/suspicion';
import { idApart, isOthers, vouchedAt } from '@/lib/surveys/whose-response';
import { type Answers, type AnswerValue, type Definition, END, type Question } from '@/lib/widget/definition';
import { isComplete, nextQuestion, pathOf } from '@/lib/widget/flow';

/** A form of a survey's page: one question. Or one on any page of the customer: every question under its own key. */
export const answerFormSchema = z
  .object({
    /** The response; a form of the owner's own may leave it empty, or have their server write a new one into each page. */
    r: z.uuid().optional().catch(undefined),
    q: z.string().max(40).optional(),
    c: z.string().max(4000).optional(),
    m: z.string().max(100).default(''),
    /** Number of the version that the page showed. */
    v: z.coerce.number().int().min(1).optional().catch(undefined),
    lang: languageSchema.optional().catch(undefined),
    via: z.enum(['page', 'email']).catch('page'),
    website: z.string().max(1000).default(''),
    proof: z.string().max(200).default(''),
    answer: z.union([z.string(), z.array(z.string())]).optional(),
    /** Sent by the script of the page while the person is still at it: saved, and nothing more. */
    stay: z.literal('1').optional(),
  })
  .loose();

type AnswerForm = z.infer<typeof answerFormSchema>;

/**
 * Saves what a form says and sends the person on to the next question. One that says nothing makes no response, and one of the
 * owner's own leads on to what it leaves out.
 * @param sender tells one sender from another, where that can be known: a form of the owner's own without an id that comes twice
 *   at once, by a double click, is one
 */
export async function submitAnswerForm(
  surveyKey: string,
  form: AnswerForm,
  sender: string | null = null,
): Promise<Response> {
  const { c, via, lang, m } = form;
  const now = new Date();
  try {
    const found = await findSurveyScope(surveyKey);
    if (!found) return notice(404, 'There is no survey at this address.');
    const { scope, surveyId } = found;
    const made =
      form.r ?? (sender === null ? randomUUID() : recogniseForm(`${surveyKey} ${sender}`, form, now));
    const shownAt = readShownMark(made, m);
    const own = await findOwn(scope, { surveyId, responseId: made, token: c, shownAt: shownAt ?? now });
    const named = await findSavedResponse(scope, { surveyId, responseId: own ?? made });
    // A link that expires while its page is read still says whose it is.
    const vouchedFor = vouchedAt(named, shownAt, now);
    const person = (await findNamed(scope, c, vouchedFor))?.person ?? null;
    const isApart = isOthers(named, person);
    const responseId = isApart ? idApart(scope.workspaceId, own ?? made, person) : (own ?? made);
    const saved = isApart ? await findSavedResponse(scope, { surveyId, responseId }) : named;
    const version = saved ? undefined : form.v;
    const survey = await getAskedSurvey(scope, surveyId, { version: saved?.versionId ?? version ?? null });
    const { definition } = survey;
    const { said, answers, problem, next } = readForm(definition, form, saved?.answers ?? null);
    if (said) {
      const saving: AnswersInput = {
        ...{ surveyId, responseId, version, channel: via, answers: said, revision: null },
        person: await resolveIdentity(scope, c, vouchedFor),
        isDone: !form.stay && !problem && next === null && Object.keys(answers).length > 0,
        language: lang ?? null,
        ...{ shownAt, elapsedMs: shownAt && now.getTime() - shownAt.getTime() },
        ...{ trap: form.website, fields: form, proof: form.proof },
      };
      await saveAnswers(scope, saving, now);
    }
    if (form.stay) return new Response(null, { status: 204 });
    const goTo = (query: Partial<PageQuery>) => {
      // The address carries them until they are saved.
      const hidden = said || saved ? {} : pickFields(definition.fields, form);
      return redirect(pageHref(surveyKey, { r: responseId, c, via, lang, ...query }, hidden));
    };
    if (problem) {
      const places = next && problem === 'places' && [form.q ? form.answer : form[next.key]].flat();
      return goTo({ q: next?.key, m, problem, ...(places && { given: places.join(',') }) });
    }
    if (next) return goTo({ q: next.key });
    return goTo({ q: END });
  } catch (error) {
    if (error instanceof ExpectedError) return notice(error.status, error.message);
    throw error;
  }
}

/** The response that a person of a link has begun elsewhere meanwhile; null where this one is their only one. */
async function findOwn(
  scope: Scope,
  { token, ...of }: { surveyId: string; responseId: string; token: string | undefined; shownAt: Date },
): Promise<string | null> {
  const contactId = (await findNamed(scope, token))?.person?.contactId;
  return contactId ? findTwin(scope, { ...of, contactId }) : null;
}

interface Heard {
  /** What is to be saved, by question; null: nothing. */
  said: Record<string, unknown> | null;
  /** All answers, with those before. */
  answers: Answers;
  /** Why the question is to be asked again. */
  problem: 'missing' | 'places' | null;
  /** The question that follows, or one before that was left out though it is required; null at the end. */
  next: Question | null;
}

/** @param before the answers that are saved; null: there is no response yet. */
function readForm(definition: Definition, form: AnswerForm, before: Answers | null): Heard {
  const { q, stay } = form;
  const asked = definition.questions.filter(({ key }) =>
    q === undefined ? Object.hasOwn(form, key) : key === q,
  );
  const said: Record<string, unknown> = {};
  const answers = { ...before };
  let problem: Heard['problem'] = null;
  let wrong: Question | undefined;
  for (const question of asked) {
    const { key, isRequired } = question;
    const value = q === undefined ? form[key] : answerIn(form);
    const answer = tryAnswer(question, value, q === undefined);
    const isMissing = q !== undefined && !stay && isRequired && !isComplete(question, answer ?? undefined);
    if (answer === undefined || isMissing) {
      wrong ??= question;
      problem ??= answer === undefined && question.kind === 'ranking' ? 'places' : 'missing';
    }
    // What does not fit, or takes back what is required, is not saved; the rest is.
    if (answer === undefined || (isMissing && answer === null)) continue;
    said[key] = value;
    if (answer === null) delete answers[key];
    else answers[key] = answer;
  }
  const isLeftOut = (question: Question) =>
    question.isRequired && !isComplete(question, answers[question.key]);
  const path = pathOf(definition, answers);
  const [last] = q === undefined ? [] : asked;
  const following = last && nextQuestion(definition, answers, last.key);
  // Of somebody who has not said anything yet there is no response.
  const isKept = Object.keys(said).length > 0 && (before !== null || Object.keys(answers).length > 0);
  return {
    said: isKept ? said : null,
    ...{ answers, problem, next: wrong ?? following ?? path.find(isLeftOut) ?? null },
  };
}

/** What a form says to its question: under `answer`, and of a matrix row by row under `answer.ROW`. */
function answerIn(form: AnswerForm): unknown[] {
  const rows = Object.keys(form).filter((name) => name.startsWith('answer.'));
  return [form.answer ?? '', ...rows.map((name) => form[name])].flat();
}

/**
 * The answer; null for none. Undefined for one that does not fit where people can give such a one: the places of a ranking in a
 * form without a script, and whatever a form of the owner's own lets them write.
 */
function tryAnswer(question: Question, said: unknown, isOwners: boolean): AnswerValue | null | undefined {
  try {
    return parseAnswer(question, said);
  } catch (error) {
    if (error instanceof ExpectedError && (isOwners || question.kind === 'ranking')) return undefined;
    throw error;
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findSurveyScope } from '@/lib/auth/respondent';
import { env } from '@/lib/core/env';
import { ExpectedError } from '@/lib/core/errors';
import { idFrom, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { withGivenPlaces, withLinkedAnswer } from '@/lib/surveys/answers-in-address';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { findResponseOfPerson, findSavedResponse } from '@/lib/surveys/find-saved-response';
import { pickFields } from '@/lib/surveys/hidden-fields';
import { findNamed, type NamedPerson } from '@/lib/surveys/identity';
import { findKnownTraits } from '@/lib/surveys/known-traits';
import { chooseLanguage, findUntranslated, localise, parseAcceptLanguage } from '@/lib/surveys/localise';
import { type Look, lookSchema } from '@/lib/surveys/look';
import { pageStyle } from '@/lib/surveys/page-style';
import { renderNotice, renderSurveyPage, type SurveyPage } from '@/lib/surveys/render-page';
import { noteFollowed } from '@/lib/surveys/same-form';
import { findOpenShowing } from '@/lib/surveys/same-person';
import { languageSchema } from '@/lib/surveys/schema';
import { findLogoPath } from '@/lib/surveys/site-key';
import { makeChallenge, makeShownMark } from '@/lib/surveys/suspicion';
import { isOthers, vouchedAt } from '@/lib/surveys/whose-response';
import { wordsFor } from '@/lib/surveys/words';
import { type Answers, type Definition, END, type Question } from '@/lib/widget/definition';
import { isAnswered, pathOf } from '@/lib/widget/flow';

/** What the address of a survey's page says. */
export const pageQuerySchema = z.object({
  /** The response. */
  r: z.uuid().optional().catch(undefined),
  /** The question shown, or "end". */
  q: z.string().max(40).optional().catch(undefined),
  /** Who it is, signed. */
  c: z.string().max(4000).optional().catch(undefined),
  /** An answer to the first question that a link carries: it counts only when the person sends it. */
  answer: z.string().max(100).optional().catch(undefined),
  /** The language to show it in; without one, as the browser asks. */
  lang: languageSchema.optional().catch(undefined),
  via: z.enum(['page', 'email']).catch('page'),
  /** When the question was first shown, signed, where it is shown again. */
  m: z.string().max(100).optional().catch(undefined),
  /** Why it is shown again. */
  problem: z.enum(['missing', 'places']).optional().catch(undefined),
  /** The places that were given then, entry by entry: they are not saved, but stay chosen. */
  given: z.string().max(4000).optional().catch(undefined),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** The address of a page. `hidden` are fields that it carries until the first answer is saved with them. */
export function pageHref(
  surveyKey: string,
  query: Partial<PageQuery>,
  hidden: Record<string, string> = {},
): string {
  const fields = Object.entries({ ...hidden, ...query }).filter(
    ([name, value]) => value && !(name === 'via' && value === 'page'),
  );
  return `/s/${encodeURIComponent(surveyKey)}?${new URLSearchParams(fields as [string, string][])}`;
}

/** Answers to a request for a survey's page. Nothing is written: link scanners open it, too. */
export async function showSurveyPage(
  surveyKey: string,
  query: PageQuery,
  /** The address and the languages that the browser wants. */
  { searchParams, acceptLanguage }: { searchParams: URLSearchParams; acceptLanguage: string | null },
): Promise<Response> {
  const asked = await findSurveyScope(surveyKey);
  if (!asked) return notice(404, 'There is no survey at this address.');
  const { scope, surveyId } = asked;
  try {
    const found = query.r ? await findSavedResponse(scope, { surveyId, responseId: query.r }) : null;
    const named = await findNamed(scope, query.c, vouchedAt(found, null, new Date()));
    // Of what is another's nothing is shown: whoever has only its address begins anew.
    const isNotTheirs = isOthers(found, named?.person ?? null);
    const saved = isNotTheirs ? null : found;
    const survey = await getAskedSurvey(scope, surveyId, { version: saved?.versionId ?? null });
    const { delivery } = survey;
    const wanted = query.lang ? [query.lang] : parseAcceptLanguage(acceptLanguage);
    const definition = localise(survey.definition, chooseLanguage(survey.definition, wanted));
    if (!saved && !survey.isOpen) {
      const { notBegun, closed } = wordsFor(definition.language);
      const words = survey.isToBegin ? notBegun : closed;
      return page(renderNotice(definition.language, pageStyle(delivery), words), delivery);
    }
    if (query.r) noteFollowed(query.r);
    const hidden = pickFields(definition.fields, Object.fromEntries(searchParams));
    if (!query.r || isNotTheirs) {
      const { coolDownDays } = delivery;
      const own = named && (await findOwnResponse(scope, { surveyId, coolDownDays, named }));
      const r = own && own !== query.r ? own : randomUUID();
      const isFresh = r !== own || !(await findSavedResponse(scope, { surveyId, responseId: r }));
      const first = isFresh && query.answer === undefined ? definition.questions[0]?.key : undefined;
      const { m: _m, problem: _problem, ...anew } = query;
      return redirect(pageHref(surveyKey, { ...anew, r, q: first }, hidden));
    }
    const isOver = saved !== null && !saved.isChangeable;
    const before = isOver ? {} : (saved?.answers ?? {});
    const answers = isOver ? before : withLinkedAnswer(definition, before, query);
    const isDone = saved?.isDone ?? false;
    const question = isOver
      ? null
      : answers === before
        ? findShown(definition, answers, query, isDone)
        : (definition.questions[0] ?? null);
    // Each question has an address of its own, so that the browser's way back leads to it.
    if (question && query.q === undefined && query.answer === undefined) {
      return redirect(pageHref(surveyKey, { ...query, q: question.key }, hidden));
    }
    // Once, before the first answer; who is known has a signature instead.
    const isToWork = delivery.botCheck === 'proof' && !saved && !named;
    // Named from here on: the pages that follow are in the same language.
    const here = { ...query, lang: definition.language };
    const untranslated = findUntranslated(survey.definition, definition.language);
    const html = renderSurveyPage({
      definition,
      languages: { written: survey.definition.language, untranslated },
      question,
      answers: withGivenPlaces(answers, question, query),
      known: { ...saved?.fields, ...hidden, ...(await findKnownTraits(scope, named)) },
      style: pageStyle(delivery),
      logo: await findLogo(scope, delivery),
      problem: query.problem ?? null,
      leadsOn: query.q === END,
      peace: named && !saved ? peaceOf(surveyKey, here) : null,
      ...(question
        ? formOf(surveyKey, query.r, {
            query: here,
            hidden,
            version: saved ? undefined : survey.versionNumber,
            back: backOf(definition, answers, question),
            isToWork,
            tabs: tabsOf(surveyKey, query.c, { ...saved?.fields, ...hidden }),
            isFresh: saved === null,
          })
        : { form: null, backHref: isOver ? null : lastHref(surveyKey, definition, answers, here) }),
    });
    return page(html, delivery);
  } catch (error) {
    if (error instanceof ExpectedError) return notice(error.status, error.message);
    throw error;
  }
}

/**
 * The response of somebody who opens a link of their own: the one they have, or else one that is the same in every tab, until
 * it is time for another.
 */
async function findOwnResponse(
  scope: Scope,
  { surveyId, coolDownDays, named }: { surveyId: string; coolDownDays: number; named: NamedPerson },
): Promise<string> {
  const { identity, person } = named;
  const contactId = person?.contactId;
  if (contactId) {
    const current = await findResponseOfPerson(scope, { surveyId, contactId, coolDownDays });
    const open = current ?? (await findOpenShowing(scope, { surveyId, contactId }, new Date()));
    if (open) return open;
  }
  const before =
    contactId && (await findResponseOfPerson(scope, { surveyId, contactId, coolDownDays: null }));
  const who = `${scope.workspaceId} ${surveyId} ${identity.contact ?? identity.email} ${before ?? ''}`;
  // Who knows the id of a response may see it, so that of nobody can be worked out.
  return idFrom(`${env().SETTINGS_KEY} ${who}`);
}

function formOf(
  surveyKey: string,
  responseId: string,
  {
    query,
    hidden,
    version,
    back,
    isToWork,
    tabs,
    isFresh,
  }: {
    query: PageQuery;
    hidden: Record<string, string>;
    /** That is shown, until something is saved of it. */
    version: number | undefined;
    back: Question | undefined;
    isToWork: boolean;
    tabs: string;
    isFresh: boolean;
  },
) {
  const { c, via, lang } = query;
  const key = encodeURIComponent(surveyKey);
  const seen = new URLSearchParams({ ...hidden, r: responseId, via, ...(c && { c }) });
  return {
    form: {
      action: `/s/${key}/answer`,
      ...{ tabs, isFresh },
      challenge: isToWork ? makeChallenge(responseId, new Date()) : null,
      hidden: {
        ...hidden,
        r: responseId,
        via,
        m: query.m ?? makeShownMark(responseId, new Date()),
        ...(version && { v: `${version}` }),
        ...(c && { c }),
        ...(lang && { lang }),
        ...(isToWork && { proof: '' }),
      },
    },
    seenHref: `/s/${key}/seen?${seen}`,
    backHref: back ? pageHref(surveyKey, { r: responseId, q: back.key, c, via, lang }) : null,
  };
}

/** To say no to it all, for whom a link names. */
function peaceOf(surveyKey: string, { c = '', lang = '' }: PageQuery): SurveyPage['peace'] {
  return { action: `/s/${encodeURIComponent(surveyKey)}/peace`, hidden: { c, lang } };
}

/** Names what is open in a tab: the same survey for the same person, of the same hidden fields. */
function tabsOf(surveyKey: string, token = '', fields: Record<string, string>): string {
  return sha256(JSON.stringify([surveyKey, token, Object.entries(fields).sort()])).slice(0, 16);
}

async function findLogo(scope: Scope, { logo, logoText }: Look): Promise<SurveyPage['logo']> {
  const src = await findLogoPath(scope, logo);
  return src === null ? null : { src, text: logoText };
}

/** The way back from the last page, as long as the response may be changed. */
function lastHref(surveyKey: string, definition: Definition, answers: Answers, query: PageQuery) {
  const { r, c, via, lang } = query;
  const last = pathOf(definition, answers).at(-1);
  return last ? pageHref(surveyKey, { r, q: last.key, c, via, lang }) : null;
}

function backOf(definition: Definition, answers: Answers, question: Question): Question | undefined {
  const path = pathOf(definition, answers);
  return path[path.findIndex(({ key }) => key === question.key) - 1];
}

/** The question asked for, if these answers lead to it; else the first without an answer. Null: the end. */
function findShown(
  definition: Definition,
  answers: Answers,
  { q, answer }: PageQuery,
  isDone: boolean,
): Question | null {
  const path = pathOf(definition, answers);
  if (q === END && isDone) return null;
  const wanted = path.find(({ key }) => key === q);
  if (wanted) return wanted;
  // Who was asked for nothing that is required, and said nothing, is at the end all the same.
  if (isDone || (q === END && path.every((question) => !question.isRequired))) return null;
  if (answer !== undefined && q === undefined) return path[0] ?? null;
  return path.find(({ key }) => !isAnswered(answers[key])) ?? path.at(-1) ?? null;
}

/** A page that only says something. */
export function notice(status: number, words: string): Response {
  const look = lookSchema.parse({});
  return page(renderNotice('en', pageStyle(look), words), look, { status });
}

export function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/**
 * Nothing but the style that we wrote, the script that saves as one types, and the picture that says it was seen. The form
 * goes to us and no further: browsers hold all its redirects to the policy, and where an address of the owner's leads in the
 * end nobody knows beforehand. The last page leads on by itself.
 */
export function page(html: string, look: Look, { status = 200 } = {}): Response {
  const styleHash = createHash('sha256').update(pageStyle(look)).digest('base64');
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'`,
    },
  });
}

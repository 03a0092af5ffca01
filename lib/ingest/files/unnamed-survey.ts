import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import { ACCOUNT_NAMES, FEEDBACK_NAMES, normaliseName } from '@/lib/ingest/csv/field-names';
import type { FeedbackField } from '@/lib/ingest/csv/fields';
import type { GuessedColumn } from '@/lib/ingest/csv/mapping';
import { fitsScale } from '@/lib/ingest/csv/scales';
import { guessQuestion, type SurveyExport } from '@/lib/ingest/files/survey-exports';

/** What tells who answered and when, of which a questionnaire has one at least; none of it is a question. */
const ABOUT = new Set<string>([
  ...['externalId', 'occurredAt', 'accountExternalId', 'accountName', 'contactExternalId', 'contactEmail'],
  ...['contactPhone', 'contactName', 'channel', 'language', 'url', 'amount'],
]);
const NAMED = new Set(
  [...Object.values(FEEDBACK_NAMES), ...Object.values(ACCOUNT_NAMES)].flatMap((names) => names.split(', ')),
);
/** What staff write beside a customer's words is no answer of theirs. */
const OF_STAFF =
  /\b(agent|staff|reply|replies|response from|resolution|resolved|internal|developer|assignee|owner|notes?|tags?|topics?|sentiment|summary)\b/i;
/** Small numbers that count or number something; and what a program nested or noted, which nobody was asked. */
const NO_QUESTION =
  /\b(id|count|counts|total|number|no|nr|version|priority|severity|age|year|month|week|day|hours?|quantity|qty)\b/;
const isOfProgram = (name: string) => /^_|\w\.\w/.test(name);
/** Steps of agreement in words: a choice, for there is no field for how much somebody agrees. */
const AGREEMENT = /^(?:(?:strongly|somewhat) )?(?:dis)?agree$|^neither agree nor disagree$/i;
/** Words from which on a name is that of a question. */
const QUESTION_WORDS = 4;
/** Questions of a kind that make a questionnaire of any file. */
const SEVERAL = 3;

/** A survey export of no tool that we know, and how many of its columns are questions of which kind. */
export interface UnnamedSurvey extends SurveyExport {
  openQuestions: number;
  ratings: number;
}

/**
 * Whether a file is the answers to a questionnaire of no known tool: several columns of open text or of ratings beside
 * a respondent or a time. Null where it is not, such as a list of tickets with subject and description.
 * @param guessed which column would fill which field if it were none.
 */
export function findUnnamedSurvey(
  profiles: readonly ColumnProfile[],
  guessed: readonly GuessedColumn[],
): UnnamedSurvey | null {
  const fieldOf = new Map(guessed.map(({ column, field }) => [column, field]));
  const isAbout = ({ name }: ColumnProfile) => ABOUT.has(fieldOf.get(name) ?? '');
  if (!profiles.some(isAbout)) return null;
  const uses = new Map<string, FeedbackField | 'custom'>();
  const open: string[] = [];
  const ratings: string[] = [];
  for (const profile of profiles) {
    const { name, looksLike } = profile;
    const field = fieldOf.get(name);
    if (isAbout(profile)) uses.set(name, field as FeedbackField);
    else if (!asks(name) && (field === 'title' || isAside(name))) uses.set(name, 'custom');
    else if (looksLike === 'text') open.push(name);
    else if (looksLike === 'score15' || looksLike === 'score010') {
      const score = scoreOf(profile, field);
      if (score) {
        ratings.push(name);
        uses.set(name, score);
      } else uses.set(name, asks(name) || profile.scale ? 'answerChoice' : 'custom');
    } else if (AGREEMENT.test(profile.examples[0] ?? '')) uses.set(name, 'answerChoice');
    else if (!asks(name)) uses.set(name, 'custom');
  }
  // Called a subject, a description or a body, a text is a part of one thing that was written.
  const questions = open.filter((name) => !NAMED.has(normaliseName(name)) || asks(name));
  const isSurvey =
    questions.length >= SEVERAL ||
    (questions.length >= 2 && questions.filter(asks).length >= 2) ||
    ratings.length >= SEVERAL ||
    (questions.length > 0 && ratings.length > 1);
  if (!isSurvey) return null;
  for (const name of open) uses.set(name, 'answerText');
  return { tool: null, uses, openQuestions: open.length, ratings: ratings.length };
}

const asks = (name: string) =>
  name.trim().endsWith('?') ||
  (!isOfProgram(name) && !isOfStaff(name) && normaliseName(name).split(' ').length >= QUESTION_WORDS);
const isOfStaff = (name: string) => OF_STAFF.test(normaliseName(name));
const isAside = (name: string) =>
  isOfProgram(name) || isOfStaff(name) || NO_QUESTION.test(normaliseName(name));

/** The scale that a column of small numbers is on; null where it is on none that we hold. */
function scoreOf(profile: ColumnProfile, guessed: string | undefined): FeedbackField | null {
  const asked = guessQuestion(profile);
  if (asked !== null && asked !== 'answerChoice' && asked !== 'answerText') return asked;
  if (guessed === 'npsScore' || guessed === 'csatScore' || guessed === 'cesScore') return guessed;
  return profile.looksLike === 'score15' && fitsScale(profile, 'rating') ? 'rating' : null;
}

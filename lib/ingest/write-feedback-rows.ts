import { ensurePeople } from '@/lib/accounts/ensure-people';
import { findTimeFault } from '@/lib/core/plausible-time';
import type { Scope } from '@/lib/db/scope';
import { findTextConflicts } from '@/lib/feedback/find-text-conflicts';
import type { ForeseenRedactions, TextToCome } from '@/lib/feedback/foreseen-redactions';
import { hintLanguage } from '@/lib/feedback/hint-language';
import { redactFeedback, storeFeedback } from '@/lib/feedback/record-feedback';
import { type Channel, channels, type FeedbackInput } from '@/lib/feedback/schema';
import type { FeedbackRow, SurveyAnswer } from '@/lib/ingest/csv/imported-row';
import type { RowOutcome, RowPlace } from '@/lib/ingest/row-outcome';
import { type ImportedSurvey, questionKey } from '@/lib/responses/ensure-imported-survey';
import { recordResponses } from '@/lib/responses/record-responses';
import type { ResponseInput } from '@/lib/responses/schema';

/** A row with its place in the file and its identity within the source. */
export interface IdentifiedRow extends RowPlace {
  externalId: string;
  row: FeedbackRow;
}

/** The texts of a row as they are to be redacted, so that this can be foreseen. */
export function textsOf({ row }: IdentifiedRow): TextToCome[] {
  const language = hintLanguage(customOf(row));
  const answers = row.answers?.map(({ text }) => text) ?? [];
  return [row.text, row.title, ...answers].flatMap((text) => (text ? [{ text, language }] : []));
}

interface Destination {
  sourceId: string;
  importId: string | null;
  today: Date;
  survey?: ImportedSurvey | null;
  foreseen?: ForeseenRedactions | null;
  columns?: readonly { field: string; column: string }[];
}

/**
 * Writes a batch of feedback rows: the people and accounts they name, their scores, their text.
 * @param importId null for rows that come one by one, from a program
 * @param survey what the answers of a questionnaire refer to, where the rows have some
 * @param foreseen redactions of their texts, made beforehand
 * @param columns which column of the file fills which field, to name the one at fault
 */
export async function writeFeedbackRows(
  scope: Scope,
  given: IdentifiedRow[],
  { sourceId, importId, today, survey = null, foreseen = null, columns = [] }: Destination,
): Promise<RowOutcome[]> {
  const timeFaultOf = ({ row: { occurredAt } }: IdentifiedRow) =>
    occurredAt && findTimeFault(occurredAt, today);
  const rows = given.filter((row) => timeFaultOf(row) === null);
  const people = await ensurePeople(
    scope,
    rows.map(({ row }) => ({
      account: accountKey(row),
      contact: {
        externalId: row.contactExternalId ?? undefined,
        email: row.contactEmail?.toLowerCase(),
        phone: row.contactPhone ?? undefined,
        name: row.contactName ?? undefined,
      },
    })),
    importId,
  );
  const keys = rows.map(({ externalId }) => externalId.slice(0, 500).toWellFormed());
  const shared = rows.map(({ row }, index) => ({
    sourceId,
    externalId: keys[index] ?? '',
    importId: importId ?? undefined,
    accountId: people[index]?.accountId,
    contactId: people[index]?.contactId,
    custom: customOf(row),
  }));

  const statements = rows.map(({ row }, index): FeedbackInput[] => {
    const common = shared[index];
    if (!common || row.occurredAt === null) return [];
    const statement = {
      ...common,
      channel: channelOf(row),
      title: row.title ?? undefined,
      url: row.url ?? undefined,
      occurredAt: row.occurredAt,
    };
    const own = row.text === null ? [] : [{ ...statement, text: row.text }];
    return row.answers ? [...own, ...openAnswers(row, statement)] : own;
  });
  const responses = rows.map(({ row }, index): ResponseInput | null => {
    const [common, scores] = [shared[index], scoresOf(row)];
    if (!common || !row.occurredAt) return null;
    const answers = survey && row.answers ? answersOf(row.answers, survey) : null;
    if (answers)
      return { ...common, submittedAt: row.occurredAt, ...answers, scores: [...scores, ...answers.scores] };
    return scores.length > 0 ? { ...common, submittedAt: row.occurredAt, scores } : null;
  });
  // Known before anything is written: of a row that is refused, neither the text nor the score may stay.
  const taken = await findTextConflicts(
    scope,
    statements.flatMap((own, index) => (responses[index] ? own : [])),
    { ifNotStored: false },
  );
  for (const statement of findOtherTexts(statements.flat())) taken.add(statement);
  const isTaken = (own: readonly FeedbackInput[]) => own.some((statement) => taken.has(statement));
  const accepted = responses.filter((response, index) => response && !isTaken(statements[index] ?? []));
  // The texts are redacted while the database writes the responses.
  const [redacted, recorded] = await Promise.all([
    redactFeedback(scope, statements.flat(), foreseen),
    recordResponses(
      scope,
      accepted.filter((response) => response !== null),
    ),
  ]);
  const isRefused = (index: number) => {
    const response = responses[index];
    return isTaken(statements[index] ?? []) || (response ? recorded.conflicting.has(response) : false);
  };
  const placeOf = new Map(statements.flatMap((own, index) => own.map((input) => [input, index] as const)));
  const writable = redacted.filter(({ input }) => !isRefused(placeOf.get(input) ?? -1));
  for (const { input, row } of writable)
    row.response_id = recorded.ids.get(keys[placeOf.get(input) ?? -1] ?? '');
  const added = new Set((await storeFeedback(scope, writable)).keys());
  // Of rows with one identifier the first is the one that was added.
  const left = writable.map(({ input }) => input).filter(({ externalId }) => !added.delete(externalId));
  const conflicts = await findTextConflicts(scope, left);
  const repeated = new Set(left);
  const column = columns.find(({ field }) => field === 'occurredAt')?.column ?? null;
  const refused = given.flatMap((row): RowOutcome[] => {
    const fault = timeFaultOf(row);
    const { index, line } = row;
    return fault === null ? [] : [{ index, line, kind: 'failed', reason: `it ${fault}`, column }];
  });
  const written = rows.map(({ index: place, line }, index): RowOutcome => {
    const at = { index: place, line };
    const [externalId, own] = [keys[index] ?? '', statements[index] ?? []];
    if (isRefused(index) || own.some((statement) => conflicts.has(statement))) {
      const other = isTaken(own) || !isRefused(index) ? 'another text' : 'another score or answer';
      const reason = `the identifier "${externalId.slice(0, 60)}" was imported before with ${other}, which is kept; where identifiers start anew in each file, leave out their column`;
      return { ...at, kind: 'failed', reason, column: null };
    }
    const isNewText = own.some((statement) => !repeated.has(statement));
    const isNewScore = recorded.added.delete(externalId);
    return isNewText || isNewScore ? { ...at, kind: 'added' } : { ...at, kind: 'unchanged', externalId };
  });
  return [...refused, ...written];
}

/** Those whose identifier an earlier one has with another text. */
function findOtherTexts(statements: readonly FeedbackInput[]): FeedbackInput[] {
  const firstTexts = new Map<string, string>();
  return statements.filter(({ externalId, text }) => {
    const first = firstTexts.get(externalId) ?? text;
    firstTexts.set(externalId, first);
    return first !== text;
  });
}

function accountKey(row: FeedbackRow): { externalId: string; name: string | undefined } | undefined {
  const externalId = row.accountExternalId ?? row.accountName;
  return externalId === null
    ? undefined
    : { externalId: externalId.slice(0, 500).toWellFormed(), name: row.accountName ?? undefined };
}

/** Each open answer is feedback of its own, to its question. */
function openAnswers({ answers = [] }: FeedbackRow, statement: Omit<FeedbackInput, 'text'>): FeedbackInput[] {
  return answers.flatMap(({ question, text }) =>
    text === undefined
      ? []
      : [
          {
            ...statement,
            externalId: `${statement.externalId.slice(0, 480).toWellFormed()}:${questionKey(question)}`,
            text,
            custom: { ...statement.custom, question },
          },
        ],
  );
}

function answersOf(
  answers: readonly SurveyAnswer[],
  { surveyId, surveyVersionId, questionIds }: ImportedSurvey,
): Pick<ResponseInput, 'surveyId' | 'surveyVersionId' | 'scores' | 'chosen'> {
  const scores: ResponseInput['scores'] = [];
  const chosen: ResponseInput['chosen'] = [];
  for (const { question, score, ownScore, choices = [] } of answers) {
    const questionId = questionIds.get(question);
    if (score) scores.push({ ...score, questionId });
    else if (questionId) {
      const own = ownScore === undefined ? {} : { score: ownScore };
      chosen.push({ questionId, choices: choices.map((choice) => choice.toWellFormed()), ...own });
    }
  }
  return { surveyId, surveyVersionId, scores, chosen };
}

function scoresOf(row: FeedbackRow): ResponseInput['scores'] {
  const scores: ResponseInput['scores'] = [];
  if (row.npsScore !== null) scores.push({ metric: 'nps', score: row.npsScore });
  if (row.csatScore !== null) scores.push({ metric: 'csat', score: row.csatScore });
  if (row.rating !== null) scores.push({ metric: 'rating', score: row.rating });
  return scores;
}

/** A file's own word for its channel is kept where we know it; a row with an NPS or CSAT score comes from a survey. */
function channelOf(row: FeedbackRow): Channel {
  const named = channels.find((channel) => row.channel?.toLowerCase().includes(channel));
  if (named) return named;
  if (row.npsScore !== null || row.csatScore !== null || row.answers) return 'survey';
  return row.rating === null ? 'other' : 'review';
}

function customOf(row: FeedbackRow): Record<string, string> {
  const custom: Record<string, string> = {
    ...(row.language !== null && { language: row.language }),
    ...row.custom,
  };
  if (row.amountCents !== null) custom.amountCents = String(row.amountCents);
  if (row.amountCurrency !== null) custom.amountCurrency = row.amountCurrency;
  return custom;
}

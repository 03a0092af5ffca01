import { CellValues, compileCells } from './compile-cells';
import type { AccountRow, FeedbackRow, RowFault, SurveyAnswer } from './imported-row';
import type { Mapping } from './mapping-schema';
import { questionOfChoice } from './questions';

function fillFeedback(
  values: CellValues,
  { defaults, layout }: Pick<Mapping, 'defaults' | 'layout'>,
): FeedbackRow {
  const amount = values.money('amount');
  return {
    text: values.text('text'),
    title: values.text('title'),
    externalId: values.text('externalId'),
    occurredAt: values.date('occurredAt') ?? (defaults.occurredAt ? new Date(defaults.occurredAt) : null),
    accountExternalId: values.text('accountExternalId'),
    accountName: values.text('accountName'),
    contactExternalId: values.text('contactExternalId'),
    contactEmail: values.text('contactEmail'),
    contactPhone: values.text('contactPhone'),
    contactName: values.text('contactName'),
    npsScore: values.number('npsScore'),
    csatScore: values.number('csatScore'),
    rating: values.number('rating'),
    channel: values.text('channel') ?? defaults.channel ?? (layout.kind === 'mail' ? 'email' : null),
    language: values.text('language'),
    url: values.text('url'),
    amountCents: amount?.cents ?? null,
    amountCurrency: amount?.currency ?? null,
    ...(values.answers.length > 0 ? { answers: readAnswers(values) } : {}),
    custom: values.custom,
  };
}

const METRICS = { npsScore: 'nps', csatScore: 'csat', cesScore: 'ces', rating: 'rating' } as const;

/** Answers by question. */
function readAnswers({ answers }: CellValues): SurveyAnswer[] {
  const byQuestion = new Map<string, SurveyAnswer>();
  const take = (question: string): SurveyAnswer => {
    const answer = byQuestion.get(question) ?? { question };
    byQuestion.set(question, answer);
    return answer;
  };
  for (const { column, field, value } of answers) {
    if (field === 'scaleScore') take(column).ownScore = Number(value);
    else if (typeof value === 'number') {
      const metric = METRICS[field as keyof typeof METRICS];
      take(column).score = { metric, score: value };
    } else if (field === 'answerText') take(column).text = String(value);
    else {
      const choice = String(value);
      const answer = take(questionOfChoice(column, choice));
      answer.choices = [...(answer.choices ?? []), choice];
    }
  }
  return [...byQuestion.values()];
}

/**
 * Makes the function that turns records of a file into feedback. A row without text is kept for its score (most
 * answers to an NPS question have none); with neither it is refused.
 */
export function compileFeedbackMapping(
  mapping: Mapping,
  header: readonly string[],
): (record: readonly string[]) => { ok: FeedbackRow } | RowFault {
  const readCells = compileCells(mapping, header);
  const textColumn = mapping.columns.find(({ field }) => field === 'text')?.column ?? null;
  return (record) => {
    const values = readCells(record);
    if (!(values instanceof CellValues)) return values;
    const row = fillFeedback(values, mapping);
    const isEmpty =
      row.text === null &&
      row.npsScore === null &&
      row.csatScore === null &&
      row.rating === null &&
      row.answers === undefined;
    return isEmpty ? { error: 'the row has neither text nor score', column: textColumn } : { ok: row };
  };
}

/**
 * Makes the function that turns records of a file into accounts. A row that says "churned" without a date keeps the
 * flag and comes with a warning: no date is invented for it.
 */
export function compileAccountMapping(
  mapping: Mapping,
  header: readonly string[],
): (record: readonly string[]) => { ok: AccountRow; warning?: string } | RowFault {
  const readCells = compileCells(mapping, header);
  const idColumn = mapping.columns.find(({ field }) => field === 'externalId')?.column ?? null;
  return (record) => {
    const values = readCells(record);
    if (!(values instanceof CellValues)) return values;
    const externalId = values.text('externalId');
    if (externalId === null) return { error: 'the row has no account identifier', column: idColumn };
    const arr = values.money('arr');
    const row: AccountRow = {
      externalId,
      name: values.text('name'),
      domain: values.text('domain'),
      arrCents: arr?.cents ?? null,
      currency: arr?.currency ?? values.text('currency') ?? mapping.defaults.currency ?? null,
      plan: values.text('plan'),
      segment: values.text('segment'),
      industry: values.text('industry'),
      country: values.text('country'),
      startedAt: values.date('startedAt'),
      renewalAt: values.date('renewalAt'),
      churnedAt: values.date('churnedAt'),
      churned: values.flag('churned'),
      churnReason: values.text('churnReason'),
      arrReason: values.text('arrReason'),
      ownerEmail: values.text('ownerEmail'),
      custom: values.custom,
    };
    const lacksDate = row.churned === true && row.churnedAt === null;
    return lacksDate
      ? { ok: row, warning: 'the account has churned, but the file does not say when' }
      : { ok: row };
  };
}

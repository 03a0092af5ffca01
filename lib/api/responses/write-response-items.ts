import { z } from 'zod';
import { ensurePeople } from '@/lib/accounts/ensure-people';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { accountReference, contactReference, customFields, text, time } from '@/lib/api/fields';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import type { Scope } from '@/lib/db/scope';
import { findTextConflicts } from '@/lib/feedback/find-text-conflicts';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { channels, type FeedbackInput } from '@/lib/feedback/schema';
import { recordResponses } from '@/lib/responses/record-responses';
import { type ResponseInput, scoreSchema } from '@/lib/responses/schema';

const MOST_SCORES = 20;
const MOST_TEXTS = 50;

const answerText = z.strictObject({
  key: text(90).optional().describe('Names the question, where a response has several texts.'),
  text: text(100_000),
  title: text(1000).optional().describe('The question as it was asked.'),
});

/** One person's answers to one questionnaire, as a program sends them. */
export const responseItemSchema = z
  .strictObject({
    externalId: text(400).describe(
      'Your own key of the response. The same key of the same source again adds nothing: what was sent first stays as it is; one with other words is refused.',
    ),
    submittedAt: time,
    survey: text(200).optional().describe('Key of a survey of this workspace, as GET /surveys lists it.'),
    channel: z.enum(channels).default('survey').describe('Of its texts.'),
    scores: z
      .array(scoreSchema)
      .max(MOST_SCORES)
      .default([])
      .describe('One of a metric. Whole numbers: nps 0 to 10, csat 1 to 5, ces 1 to 7, rating 1 to 5.'),
    texts: z
      .array(answerText)
      .max(MOST_TEXTS)
      .default([])
      .describe('What they wrote. Each becomes a statement of feedback that belongs to the response.'),
    account: accountReference.optional(),
    contact: contactReference.optional(),
    custom: customFields.optional(),
  })
  .refine(({ scores, texts }) => scores.length + texts.length > 0, 'It has neither a score nor a text.')
  .refine(({ scores }) => new Set(scores.map(({ metric }) => metric)).size === scores.length, {
    path: ['scores'],
    error: 'Two scores are of one metric, and nobody can tell which one counts. Send one of each.',
  })
  .refine(({ texts }) => new Set(texts.map(({ key }) => key)).size === texts.length, {
    path: ['texts'],
    error: 'Two texts have the same key, or none. Give each one its own.',
  })
  .meta({ id: 'ResponseItem' });

type ResponseItem = z.output<typeof responseItemSchema>;
type Placed = PlacedItem<ResponseItem>;

/** Writes responses with their scores, and their texts as feedback, by the commands that imports use. */
export async function writeResponseItems(
  scope: Scope,
  items: readonly Placed[],
  { sourceId }: { sourceId: string },
): Promise<ItemOutcome[]> {
  const surveys = await findSurveyIds(scope, items);
  const isKnown = ({ item }: Placed) => item.survey === undefined || surveys.has(item.survey);
  const sound = items.filter(isKnown);
  const refused = items
    .filter((placed) => !isKnown(placed))
    .map(({ index, item }) =>
      refuse(index, 'survey', `There is no survey with the key "${item.survey}" here.`),
    );
  return [...refused, ...(await writeSound(scope, sound, { sourceId, surveys }))];
}

async function findSurveyIds(scope: Scope, items: readonly Placed[]): Promise<Map<string, string>> {
  const keys = [...new Set(items.flatMap(({ item }) => item.survey ?? []))];
  if (keys.length === 0) return new Map();
  const rows = await scope.run((db) =>
    db.survey.findMany({
      where: { workspaceId: scope.workspaceId, key: { in: keys } },
      select: { id: true, key: true },
    }),
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function writeSound(
  scope: Scope,
  items: readonly Placed[],
  { sourceId, surveys }: { sourceId: string; surveys: ReadonlyMap<string, string> },
): Promise<ItemOutcome[]> {
  const people = await ensurePeople(
    scope,
    items.map(({ item }) => item),
    null,
  );
  const shared = items.map(({ item }, index) => ({
    sourceId,
    externalId: item.externalId,
    ...people[index],
    custom: item.custom ?? {},
  }));
  const responses = items.map(
    ({ item }, index): ResponseInput => ({
      ...(shared[index] ?? { sourceId, externalId: item.externalId }),
      surveyId: surveys.get(item.survey ?? ''),
      submittedAt: item.submittedAt,
      scores: item.scores,
    }),
  );
  const { ids, added } = await recordResponses(scope, responses);
  const statements = items.map(({ item }, index) =>
    item.texts.map(
      ({ key, text: words, title }): FeedbackInput => ({
        ...(shared[index] ?? { sourceId }),
        externalId: key === undefined ? item.externalId : `${item.externalId}/${key}`,
        responseId: ids.get(item.externalId),
        channel: item.channel,
        text: words,
        title,
        occurredAt: item.submittedAt,
      }),
    ),
  );
  const addedTexts = new Set((await recordFeedback(scope, statements.flat())).keys());
  const repeated = statements.flat().filter(({ externalId }) => !addedTexts.delete(externalId));
  const conflicts = await findTextConflicts(scope, repeated);
  const left = new Set(repeated);
  return items.map(({ index, item }, at): ItemOutcome => {
    const texts = statements[at] ?? [];
    const conflict = texts.findIndex((statement) => conflicts.has(statement));
    if (conflict >= 0) {
      return refuse(
        index,
        `texts.${conflict}.text`,
        'It was sent before with other words; the earlier ones are kept.',
      );
    }
    const isNew = added.delete(item.externalId) || texts.some((statement) => !left.has(statement));
    return { index, kind: isNew ? 'added' : 'unchanged' };
  });
}

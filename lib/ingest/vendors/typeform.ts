import { z } from 'zod';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { key, time } from '@/lib/ingest/vendors/fields';
import type { Metric } from '@/lib/responses/schema';

const fieldSchema = z.object({ id: key, type: z.string(), ref: z.string().optional() });
const answerSchema = z.object({
  type: z.string(),
  field: fieldSchema,
  text: z.string().optional(),
  number: z.number().optional(),
  email: z.string().optional(),
  boolean: z.boolean().optional(),
  date: z.string().optional(),
  choice: z.object({ label: z.string().nullish(), other: z.string().nullish() }).optional(),
  choices: z.object({ labels: z.array(z.string()).default([]), other: z.string().nullish() }).optional(),
});
type Answer = z.output<typeof answerSchema>;

const responseSchema = z.object({
  event_type: z.string(),
  form_response: z.object({
    form_id: z.string(),
    token: z.string().min(1),
    submitted_at: time,
    hidden: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullish(),
    definition: z
      .object({
        title: z.string().nullish(),
        fields: z
          .array(
            z.object({
              id: key,
              title: z.string().nullish(),
              properties: z.object({ steps: z.number().nullish() }).nullish(),
            }),
          )
          .default([]),
      })
      .nullish(),
    answers: z.array(answerSchema).nullish(),
  }),
});

/** Words of a question that asks for NPS. */
const RECOMMENDS = /recommend|empfehl|recommand|recomend|raccomand|aanbevel/i;

/**
 * A response to a form: scales as scores where they are ones we know, every text as a statement of its own under its question,
 * the rest beside them. Who answered is taken from an e-mail question and the hidden fields email, user_id, name, account and
 * account_name. Pictures, files and payments are left out.
 * @throws ZodError
 */
export function readTypeformResponse(body: unknown): { arrivals: Arrival[] } | { ignored: string } {
  const { event_type: event, form_response: response } = responseSchema.parse(body);
  if (event !== 'form_response') return { ignored: `an event ${event}` };
  const questions = new Map((response.definition?.fields ?? []).map((field) => [field.id, field]));
  const titleOf = ({ field }: Answer) => questions.get(field.id)?.title ?? undefined;
  const answers = response.answers ?? [];
  const scores = new Map<Metric, number>();
  const texts: { key: string; text: string; title?: string | undefined }[] = [];
  const custom: Record<string, string> = {};
  for (const answer of answers) {
    const title = titleOf(answer);
    const score = toScore(answer, title, questions.get(answer.field.id)?.properties?.steps ?? null);
    if (score && !scores.has(score.metric)) scores.set(score.metric, score.score);
    else if (answer.text !== undefined && /text$/.test(answer.field.type)) {
      texts.push({ key: answer.field.id, text: answer.text, title });
    } else {
      const value = plainValue(answer);
      if (value !== null) custom[title ?? answer.field.ref ?? answer.field.id] = value;
    }
  }
  if (scores.size + texts.length === 0) return { ignored: 'a response without a score or a text' };
  return {
    arrivals: [
      {
        kind: 'response',
        externalId: response.token,
        channel: 'survey',
        submittedAt: response.submitted_at,
        scores: [...scores].map(([metric, score]) => ({ metric, score })),
        texts,
        custom,
        ...whoOf(response.hidden ?? {}, answers),
      },
    ],
  };
}

function toScore(answer: Answer, title: string | undefined, steps: number | null) {
  const { number, field } = answer;
  if (number === undefined || !Number.isInteger(number)) return null;
  const isNps =
    field.type === 'nps' ||
    (field.type === 'opinion_scale' && (steps === 11 || RECOMMENDS.test(title ?? '')));
  if (isNps && number >= 0 && number <= 10) return { metric: 'nps' as const, score: number };
  const isFive = field.type === 'rating' && (steps === null || steps === 5);
  return isFive && number >= 1 && number <= 5 ? { metric: 'rating' as const, score: number } : null;
}

function plainValue({ text, number, boolean, date, choice, choices }: Answer): string | null {
  if (choice) return choice.label ?? choice.other ?? null;
  if (choices) return [...choices.labels, ...(choices.other ? [choices.other] : [])].join(', ') || null;
  return text ?? number?.toString() ?? boolean?.toString() ?? date ?? null;
}

function whoOf(hidden: Record<string, string | number | null>, answers: Answer[]): Who {
  const field = (name: string) => {
    const value = hidden[name];
    return value === null || value === undefined || value === '' ? undefined : String(value);
  };
  const account = field('account') ?? field('account_name');
  return {
    contact: {
      externalId: field('user_id'),
      email: field('email') ?? answers.find(({ email }) => email)?.email,
      name: field('name'),
    },
    account: account === undefined ? undefined : { externalId: account, name: field('account_name') },
  };
}

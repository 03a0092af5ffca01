import { z } from 'zod';

export const metrics = ['nps', 'csat', 'ces', 'rating'] as const;
export type Metric = (typeof metrics)[number];

/** The scale of each metric, both ends included. */
export const scales: Record<Metric, { low: number; high: number; name: string }> = {
  nps: { low: 0, high: 10, name: 'NPS' },
  csat: { low: 1, high: 5, name: 'CSAT' },
  ces: { low: 1, high: 7, name: 'CES' },
  rating: { low: 1, high: 5, name: 'Rating' },
};

/** A score of a metric, on its scale. */
export const scoreSchema = z
  .object({ metric: z.enum(metrics), score: z.number().int() })
  .superRefine((answer, context) => {
    const { low, high, name } = scales[answer.metric];
    if (answer.score >= low && answer.score <= high) return;
    context.addIssue({
      code: 'custom',
      path: ['score'],
      message: `A score of ${name} is a whole number from ${low} to ${high}.`,
    });
  });

/** One person's answers to one questionnaire. */
export const responseInputSchema = z.object({
  sourceId: z.uuid(),
  externalId: z.string().min(1).max(500),
  surveyId: z.uuid().optional(),
  surveyVersionId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  importId: z.uuid().optional(),
  submittedAt: z.date(),
  custom: z.record(z.string(), z.string()).optional(),
  scores: z.array(scoreSchema.safeExtend({ questionId: z.uuid().optional() })),
  /** Answers of no metric: what was chosen, a score on the question's own scale, or nothing where the words are feedback of their own. */
  chosen: z
    .array(
      z.object({
        questionId: z.uuid(),
        choices: z.array(z.string().min(1).max(1000)),
        score: z.number().optional(),
      }),
    )
    .optional(),
});

export type ResponseInput = z.infer<typeof responseInputSchema>;

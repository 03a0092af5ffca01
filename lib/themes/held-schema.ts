import { z } from 'zod';

/** An assignment as it stood when a person took it off, without the places that the decision itself names. */
export const heldSchema = z.object({
  id: z.uuid(),
  confidence: z.number(),
  maker: z.enum(['engine', 'llm', 'human']),
  modelVersionId: z.uuid().nullable(),
  memberId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  sentimentLabel: z.enum(['negative', 'neutral', 'positive']).nullable(),
  sentimentScore: z.number().nullable(),
  sentimentConfidence: z.number().nullable(),
  sentimentStart: z.number().nullable(),
  sentimentEnd: z.number().nullable(),
  sentimentMaker: z.enum(['engine', 'llm', 'human']).nullable(),
  sentimentModelVersionId: z.uuid().nullable(),
  sentimentMemberId: z.uuid().nullable(),
  sentimentAt: z.iso.datetime().nullable(),
});

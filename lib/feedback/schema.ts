import { z } from 'zod';

export const channels = ['survey', 'ticket', 'review', 'call', 'chat', 'email', 'social', 'other'] as const;
export type Channel = (typeof channels)[number];

export const channelNames: Record<Channel, string> = {
  survey: 'Survey',
  ticket: 'Ticket',
  review: 'Review',
  call: 'Call',
  chat: 'Chat',
  email: 'E-mail',
  social: 'Social',
  other: 'Other',
};

/** One statement of a customer, as a source hands it over. `text` is as they wrote it; it is stored redacted. */
export const feedbackInputSchema = z.object({
  sourceId: z.uuid(),
  /** The source's own key: the same key again adds nothing. */
  externalId: z.string().min(1).max(500),
  channel: z.enum(channels),
  text: z.string().min(1).max(100_000),
  title: z.string().max(1000).optional(),
  occurredAt: z.date(),
  conversationId: z.uuid().optional(),
  responseId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  importId: z.uuid().optional(),
  url: z.string().max(2000).optional(),
  custom: z.record(z.string(), z.string()).optional(),
});

export type FeedbackInput = z.infer<typeof feedbackInputSchema>;

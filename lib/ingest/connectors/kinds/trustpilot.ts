import { z } from 'zod';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { defineConnector } from '@/lib/ingest/connectors/connector';
import { newestFirst } from '@/lib/ingest/connectors/newest-first';
import { key, time, words } from '@/lib/ingest/vendors/fields';

const REVIEWS_A_PAGE = 100;

const reviewSchema = z.object({
  id: key,
  stars: z.number().int(),
  title: words,
  text: words,
  createdAt: time,
  updatedAt: time.nullish(),
  status: words,
  referenceId: words,
  referredEmail: words,
  consumer: z.object({ id: key, displayName: words }).nullish(),
});

const reviewPage = z.object({
  reviews: z.array(z.unknown()),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});

function readReview(review: z.output<typeof reviewSchema>): Arrival[] {
  if (review.status && review.status !== 'active') return [];
  const { id, title, text, consumer, referredEmail } = review;
  return [
    {
      kind: 'response',
      externalId: `review/${id}`,
      channel: 'review',
      submittedAt: review.createdAt,
      scores: [{ metric: 'rating', score: review.stars }],
      texts: text ? [{ text, title }] : title ? [{ text: title }] : [],
      url: `https://www.trustpilot.com/reviews/${encodeURIComponent(id)}`,
      custom: review.referenceId ? { referenceId: review.referenceId } : {},
      contact:
        consumer || referredEmail
          ? {
              externalId: consumer ? `trustpilot:${consumer.id}` : undefined,
              email: referredEmail,
              name: consumer?.displayName,
            }
          : undefined,
    },
  ];
}

export const trustpilot = defineConnector({
  name: 'Trustpilot',
  about: 'Public reviews of one business unit. Needs an API key.',
  fields: [
    { name: 'baseUrl', label: 'Address of the API', type: 'url', value: 'https://api.trustpilot.com' },
    { name: 'businessUnit', label: 'Business unit', hint: 'Its id, 24 letters and digits.', type: 'text' },
    { name: 'token', label: 'API key', type: 'secret' },
  ],
  schema: z.object({
    baseUrl: serverAddress,
    businessUnit: z
      .string()
      .trim()
      .regex(/^[0-9a-f]{24}$/i, 'The id of a business unit has 24 letters and digits.'),
    token: z.string().min(1, 'Enter the key.').max(500),
  }),
  open({ baseUrl, businessUnit, token }, send) {
    const ask = makeAsk(send, { system: 'Trustpilot', baseUrl, headers: async () => ({ apikey: token }) });
    return {
      async test() {
        const unit = z.object({ displayName: words });
        const { displayName } = await ask(`/v1/business-units/${businessUnit}`, unit);
        return `reviews of ${displayName ?? businessUnit}`;
      },
      streams: [
        newestFirst('reviews', async (next) => {
          const first = `/v1/business-units/${businessUnit}/reviews${query({
            page: 1,
            perPage: REVIEWS_A_PAGE,
            orderBy: 'createdat.desc',
          })}`;
          const page = await ask(next ?? first, reviewPage);
          const { read, ...items } = readItems(page.reviews, reviewSchema, readReview);
          const link = page.links.find(({ rel }) => rel === 'next-page')?.href ?? null;
          // A page without anything is the end, whatever it links to.
          return {
            ...items,
            times: read.map(({ createdAt }) => createdAt),
            next: page.reviews.length > 0 ? link : null,
          };
        }),
      ],
    };
  },
});

import { z } from 'zod';

/** What we tell other systems of, by the names that people know, and when. Keys are the types of the messages. */
export const eventTypes = {
  'alert.raised': {
    name: 'Alert raised',
    when: 'A theme surges, a new one appears or a score changes more than chance explains.',
  },
  'issue.status_changed': { name: 'Issue status changed', when: 'By a person here or by its ticket.' },
  'issue.customers_to_tell': {
    name: 'Customers to tell',
    when: 'An issue has shipped: who complained of it before, with names and e-mail addresses.',
  },
  'feedback.themed': {
    name: 'New feedback of a theme',
    when: 'Something said within the last 7 days got its themes. Of the themes ticked below, or of all.',
  },
  'response.completed': {
    name: 'Response completed',
    when: 'Somebody finished a survey of this workspace. Suspect responses are not told.',
  },
} as const;
export type EventType = keyof typeof eventTypes;
export const eventTypeKeys = Object.keys(eventTypes) as EventType[];

/** Sent by the test button alone. */
export const TEST_EVENT = 'test';

export const eventName = (event: string): string =>
  Object.hasOwn(eventTypes, event) ? eventTypes[event as EventType].name : 'Test';

/** Values of checkboxes: none, one or a list. */
const ticked = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(1000));

export const endpointFormSchema = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(100, 'At most 100 characters.'),
  url: z
    .string()
    .trim()
    .max(2000, 'At most 2,000 characters.')
    .pipe(z.url({ protocol: /^https?$/, error: 'Enter an address that begins with https://.' })),
  events: ticked(z.enum(eventTypeKeys)).refine(
    (events) => events.length > 0,
    'Tick at least one thing to be told.',
  ),
  themeIds: ticked(z.uuid()),
});
export type EndpointForm = z.output<typeof endpointFormSchema>;

export const endpointIdSchema = z.object({ endpointId: z.uuid() });
export const webhookDeliveryIdSchema = z.object({ deliveryId: z.uuid() });

export const deliveryStateNames = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
} as const;
export type DeliveryState = keyof typeof deliveryStateNames;

import { z } from 'zod';
import { findAddressFault } from '@/lib/outbound/send-request';
import { trackers } from '@/lib/settings/schema';

/** A checkbox of a form: absent when it is not ticked. */
const checkbox = z.literal('on').optional().transform(Boolean);
const words = z.string().trim().max(200, 'At most 200 characters.');
const address = words
  .pipe(
    z.union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Enter an address that begins with https://.' }),
    ]),
  )
  .superRefine((url, context) => {
    const message = url && findAddressFault(url);
    if (message) context.addIssue({ code: 'custom', message });
  });
const list = z
  .string()
  .max(1000, 'At most 1,000 characters.')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
/** Jira labels hold no space; what is put into a query is letters and digits. */
const labels = list.refine((all) => all.every((label) => !/\s/.test(label)), 'A label holds no space.');
const customField = words.regex(/^(customfield_\d+)?$/, 'A field is called customfield_ and a number.');
const token = { token: words.max(500).default(''), forgetsToken: checkbox };

/** The forms of the settings, each with what it makes of the settings. */
export const trackerForms = {
  jira: z.object({
    baseUrl: address,
    email: words,
    projectKey: words.regex(/^([A-Za-z][A-Za-z0-9_]*)?$/, 'A project key looks like ED.'),
    issueType: words.min(1, 'Enter an issue type, such as Task.'),
    labels,
    high: words,
    medium: words,
    low: words,
    scoreField: customField,
    atRiskField: customField,
    syncsStatus: checkbox,
    ...token,
  }),
  linear: z.object({
    apiUrl: address.refine(Boolean, 'Enter the address of the API.'),
    teamId: words.pipe(z.union([z.literal(''), z.uuid('The id of a team looks like 9cfb482a-81e3-…')])),
    labelIds: list.pipe(z.array(z.uuid('The id of a label looks like 9cfb482a-81e3-…'))),
    sendsPriority: checkbox,
    sendsEstimate: checkbox,
    syncsStatus: checkbox,
    ...token,
  }),
  github: z.object({
    apiUrl: address.refine(Boolean, 'Enter the address of the API.'),
    owner: words.regex(/^[\w.-]*$/, 'An owner holds letters, digits and hyphens.'),
    repository: words.regex(/^[\w.-]*$/, 'The name alone, without the owner.'),
    labels: list,
    syncsStatus: checkbox,
    ...token,
  }),
};

export const trackerSchema = z.object({ tracker: z.enum(trackers) });
export const ticketRequestSchema = trackerSchema.extend({ issueId: z.uuid() });

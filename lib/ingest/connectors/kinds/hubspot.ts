import { z } from 'zod';
import { deletionField } from '@/lib/accounts/withdraw-accounts';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { accountRemoval } from '@/lib/ingest/connectors/account-removal';
import { arrFields, arrFormFields, readArr } from '@/lib/ingest/connectors/arr-field';
import { makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { accountArrival, defineConnector } from '@/lib/ingest/connectors/connector';
import { key, time } from '@/lib/ingest/vendors/fields';

const SYSTEM = 'hubspot';
const COMPANIES_A_PAGE = 100;
const CHANGED = 'hs_lastmodifieddate';
const PROPERTIES = [
  ...['name', 'domain', 'industry', 'country', 'lifecyclestage', 'numberofemployees', 'annualrevenue'],
  CHANGED,
];

const companySchema = z.object({
  id: key,
  updatedAt: time,
  archived: z.boolean().nullish(),
  properties: z.record(z.string(), z.string().nullable()),
});

/** The list of archived ones tells of them by id. */
const archivedSchema = z.object({ id: key, archivedAt: time });

const companyPage = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});

/**
 * Companies by the time of their last change. Pages are cut by that time, not counted: one that is changed meanwhile comes again
 * later and pushes no other off its page, and HubSpot's limit of 10,000 results to a search is never met.
 */
export const hubspot = defineConnector({
  name: 'HubSpot',
  about:
    'Companies, as accounts. Needs the access token of a private app that may read companies. HubSpot’s annual revenue is the company’s own and is kept beside; name the field that holds your ARR.',
  fields: [
    { name: 'baseUrl', label: 'Address of the API', type: 'url', value: 'https://api.hubapi.com' },
    { name: 'token', label: 'Access token', type: 'secret' },
    ...arrFormFields,
  ],
  schema: z.object({
    baseUrl: serverAddress,
    token: z.string().min(1, 'Enter the token.').max(500),
    ...arrFields,
  }),
  open({ baseUrl, token, ...arr }, send) {
    const ask = makeAsk(send, {
      system: 'HubSpot',
      baseUrl,
      headers: async () => ({ authorization: `Bearer ${token}` }),
    });
    const toAccount = ({ id, properties }: z.output<typeof companySchema>): Arrival[] => {
      const text = (name: string) => properties[name]?.trim() || undefined;
      const beside = ['lifecyclestage', 'numberofemployees', 'annualrevenue'].flatMap((name) => {
        const value = text(name);
        return value === undefined ? [] : [[`${SYSTEM}.${name}`, value] as const];
      });
      return [
        accountArrival({
          externalId: `${SYSTEM}:${id}`,
          name: text('name') ?? text('domain'),
          domain: text('domain'),
          industry: text('industry'),
          country: text('country'),
          // One that was restored is no longer said to be deleted.
          custom: { ...Object.fromEntries(beside), [deletionField(SYSTEM)]: null },
          ...readArr(properties[arr.arrField], arr),
        }),
      ];
    };
    return {
      async test() {
        await ask('/crm/v3/objects/companies?limit=1', companyPage);
        return 'companies of this HubSpot account';
      },
      streams: [
        {
          key: 'companies',
          async read(cursor, { since }) {
            const from = Number(cursor?.from ?? since.getTime());
            const after = typeof cursor?.after === 'string' ? cursor.after : null;
            const page = await ask('/crm/v3/objects/companies/search', companyPage, {
              json: {
                filterGroups: [
                  { filters: [{ propertyName: CHANGED, operator: 'GTE', value: String(from) }] },
                ],
                sorts: [{ propertyName: CHANGED, direction: 'ASCENDING' }],
                properties: arr.arrField ? [...PROPERTIES, arr.arrField] : PROPERTIES,
                limit: COMPANIES_A_PAGE,
                ...(after ? { after } : {}),
              },
            });
            const { arrivals, refused, read } = readItems(page.results, companySchema, toAccount);
            const last = read.at(-1)?.updatedAt;
            const next = page.paging?.next?.after ?? null;
            const hasMoved = last !== undefined && last.getTime() > from;
            return {
              arrivals,
              refused,
              // Only where more were changed in one moment than a page holds, pages are counted.
              cursor: { from: hasMoved ? last.getTime() : from, after: hasMoved ? null : next },
              isLast: next === null,
              reachedAt: last ?? null,
            };
          },
        },
        {
          // Searches pass over what was archived. Its list has no order, and is short: HubSpot empties it after 90 days.
          key: 'archived',
          async read(cursor, { now }) {
            const after = typeof cursor?.after === 'string' ? cursor.after : undefined;
            const path = `/crm/v3/objects/companies${query({ archived: 'true', limit: COMPANIES_A_PAGE, after })}`;
            const page = await ask(path, companyPage);
            const next = page.paging?.next?.after ?? null;
            return {
              ...readItems(page.results, archivedSchema, ({ id, archivedAt }) => [
                accountRemoval(`${SYSTEM}:${id}`, SYSTEM, archivedAt, arr),
              ]),
              cursor: { after: next },
              isLast: next === null,
              reachedAt: next === null ? now : null,
            };
          },
        },
      ],
    };
  },
});

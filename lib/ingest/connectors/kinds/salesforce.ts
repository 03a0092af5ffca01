import { z } from 'zod';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { arrFields, arrFormFields, readArr } from '@/lib/ingest/connectors/arr-field';
import { makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { accountArrival, defineConnector } from '@/lib/ingest/connectors/connector';
import { time, words } from '@/lib/ingest/vendors/fields';

const VERSION = 'v60.0';
const ACCOUNTS_A_PAGE = 500;
const FIELDS = [
  ...['Id', 'Name', 'Website', 'Industry', 'BillingCountry', 'Type', 'NumberOfEmployees', 'AnnualRevenue'],
  'LastModifiedDate',
];

const accountSchema = z
  .object({
    Id: z.string().regex(/^[A-Za-z0-9]{15,18}$/),
    Name: words,
    Website: words,
    Industry: words,
    BillingCountry: words,
    Type: words,
    NumberOfEmployees: z.number().nullish(),
    AnnualRevenue: z.number().nullish(),
    LastModifiedDate: time,
  })
  .loose();

const accountPage = z.object({ records: z.array(z.unknown()) });

/** The host of a website, as accounts have it: "acme.com". */
function domainOf(website: string | undefined): string | undefined {
  if (!website) return undefined;
  const url = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
}

/**
 * Accounts in the order of their last change and their id. Each page asks for what comes behind the last one: one that is
 * changed meanwhile comes again later, and no query of Salesforce's has to be kept open.
 */
export const salesforce = defineConnector({
  name: 'Salesforce',
  about:
    'Accounts. Needs a connected app with the client credentials flow, whose user may read accounts. AnnualRevenue is the company’s own and is kept beside; name the field that holds your ARR.',
  fields: [
    { name: 'baseUrl', label: 'My Domain', hint: 'https://acme.my.salesforce.com', type: 'url' },
    { name: 'clientId', label: 'Consumer key', type: 'text' },
    { name: 'clientSecret', label: 'Consumer secret', type: 'secret' },
    ...arrFormFields,
  ],
  schema: z.object({
    baseUrl: serverAddress,
    clientId: z.string().trim().min(1, 'Enter the consumer key.').max(500),
    clientSecret: z.string().min(1, 'Enter the consumer secret.').max(500),
    ...arrFields,
  }),
  open({ baseUrl, clientId, clientSecret, ...arr }, send) {
    const system = 'Salesforce';
    const askToken = makeAsk(send, { system, baseUrl, headers: async () => ({}) });
    let token: Promise<string> | undefined;
    const fetchToken = async () => {
      const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
      const answer = z.object({ access_token: z.string() });
      return (await askToken('/services/oauth2/token', answer, { form })).access_token;
    };
    const ask = makeAsk(send, {
      system,
      baseUrl,
      headers: async () => {
        token ??= fetchToken();
        return { authorization: `Bearer ${await token}` };
      },
    });
    const find = (where: string, limit: number) => {
      const fields = arr.arrField && !FIELDS.includes(arr.arrField) ? [...FIELDS, arr.arrField] : FIELDS;
      const soql = `SELECT ${fields.join(', ')} FROM Account WHERE ${where} ORDER BY LastModifiedDate, Id LIMIT ${limit}`;
      return ask(`/services/data/${VERSION}/query${query({ q: soql })}`, accountPage);
    };
    const toAccount = (account: z.output<typeof accountSchema>): Arrival[] => {
      const { Type, NumberOfEmployees, AnnualRevenue } = account;
      return [
        accountArrival({
          externalId: `salesforce:${account.Id}`,
          name: account.Name,
          domain: domainOf(account.Website),
          industry: account.Industry,
          country: account.BillingCountry,
          custom: Object.fromEntries(
            Object.entries({ Type, NumberOfEmployees, AnnualRevenue }).flatMap(([name, value]) =>
              value === undefined || value === null ? [] : [[`salesforce.${name}`, String(value)]],
            ),
          ),
          ...readArr(account[arr.arrField], arr),
        }),
      ];
    };
    return {
      async test() {
        await find('IsDeleted = false', 1);
        return `accounts of ${new URL(baseUrl).host}`;
      },
      streams: [
        {
          key: 'accounts',
          async read(cursor, { since }) {
            const from = String(cursor?.from ?? since.toISOString());
            const behind = typeof cursor?.id === 'string' ? cursor.id : null;
            const where = behind
              ? `LastModifiedDate > ${from} OR (LastModifiedDate = ${from} AND Id > '${behind}')`
              : `LastModifiedDate >= ${from}`;
            const { records } = await find(where, ACCOUNTS_A_PAGE);
            const { arrivals, refused, read } = readItems(records, accountSchema, toAccount);
            const last = read.at(-1);
            return {
              arrivals,
              refused,
              cursor: last
                ? { from: last.LastModifiedDate.toISOString(), id: last.Id }
                : { from, id: behind },
              isLast: records.length === 0 || !last,
              reachedAt: last?.LastModifiedDate ?? null,
            };
          },
        },
      ],
    };
  },
});

import { z } from 'zod';
import { deletionField } from '@/lib/accounts/withdraw-accounts';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { accountRemoval } from '@/lib/ingest/connectors/account-removal';
import { arrFields, arrFormFields, readArr } from '@/lib/ingest/connectors/arr-field';
import { makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { accountArrival, defineConnector } from '@/lib/ingest/connectors/connector';
import { time, words } from '@/lib/ingest/vendors/fields';
import { ApiError } from '@/lib/outbound/api-error';

const VERSION = 'v60.0';
const SYSTEM = 'salesforce';
const ACCOUNTS_A_PAGE = 500;
/** What was deleted longer ago is not told any more after 15 days. */
const DELETIONS_MS = 15 * 86_400_000 - 3_600_000;
/** A span must be longer than a minute, of which seconds are ignored. */
const LEAST_SPAN_MS = 3 * 60_000;
/** Ids in one question, which travel in an address. */
const IDS_A_QUESTION = 200;
const FIELDS = [
  ...['Id', 'Name', 'Website', 'Industry', 'BillingCountry', 'Type', 'NumberOfEmployees', 'AnnualRevenue'],
  'LastModifiedDate',
];

const ID = /^[A-Za-z0-9]{15,18}$/;

const accountSchema = z
  .object({
    Id: z.string().regex(ID),
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

const deletedSchema = z.object({ id: z.string().regex(ID), deletedDate: time });
const deletedAnswer = z.object({
  deletedRecords: z.array(z.unknown()),
  latestDateCovered: time.nullish(),
});

const nothing = { arrivals: [], refused: [], isLast: true, reachedAt: null };

/** A time as the log of deletions takes it. */
const written = (at: Date) => `${at.toISOString().slice(0, 19)}+00:00`;

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
          externalId: `${SYSTEM}:${account.Id}`,
          name: account.Name,
          domain: domainOf(account.Website),
          industry: account.Industry,
          country: account.BillingCountry,
          custom: {
            ...Object.fromEntries(
              Object.entries({ Type, NumberOfEmployees, AnnualRevenue }).flatMap(([name, value]) =>
                value === undefined || value === null ? [] : [[`${SYSTEM}.${name}`, String(value)]],
              ),
            ),
            // One that was restored is no longer said to be deleted.
            [deletionField(SYSTEM)]: null,
          },
          ...readArr(account[arr.arrField], arr),
        }),
      ];
    };
    /** What was deleted in a span; null where its log was cleared meanwhile. */
    const findDeleted = async (from: Date, to: Date) => {
      const span = query({ start: written(from), end: written(to) });
      try {
        return await ask(`/services/data/${VERSION}/sobjects/Account/deleted/${span}`, deletedAnswer);
      } catch (error) {
        if (error instanceof ApiError && error.status === 400) return null;
        throw error;
      }
    };
    /** Which of some accounts are there: the log of deletions does not tell of those that were restored. */
    const findLiving = async (ids: readonly string[]): Promise<Set<string>> => {
      const living = new Set<string>();
      for (let first = 0; first < ids.length; first += IDS_A_QUESTION) {
        const named = ids.slice(first, first + IDS_A_QUESTION).map((id) => `'${id}'`);
        const soql = `SELECT Id FROM Account WHERE Id IN (${named.join(', ')})`;
        const { records } = await ask(
          `/services/data/${VERSION}/query${query({ q: soql })}`,
          z.object({ records: z.array(z.object({ Id: z.string() })) }),
        );
        for (const { Id } of records) living.add(Id);
      }
      return living;
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
        {
          key: 'deleted',
          async read(cursor, { since, now }) {
            const known = typeof cursor?.from === 'string' ? new Date(cursor.from) : since;
            const from = new Date(Math.max(known.getTime(), now.getTime() - DELETIONS_MS));
            if (now.getTime() - from.getTime() < LEAST_SPAN_MS) {
              return { ...nothing, cursor: { from: known.toISOString() } };
            }
            const answer = await findDeleted(from, now);
            if (!answer) {
              const purged = `Salesforce no longer tells what was deleted since ${written(from)}`;
              return { ...nothing, refused: [purged], cursor: { from: now.toISOString() } };
            }
            const { read, refused } = readItems(answer.deletedRecords, deletedSchema, () => []);
            const living = await findLiving(read.map(({ id }) => id));
            return {
              arrivals: read.flatMap(({ id, deletedDate }) =>
                living.has(id) ? [] : [accountRemoval(`${SYSTEM}:${id}`, SYSTEM, deletedDate, arr)],
              ),
              refused,
              cursor: { from: (answer.latestDateCovered ?? now).toISOString() },
              isLast: true,
              reachedAt: null,
            };
          },
        },
      ],
    };
  },
});

import {
  type FakeVendor,
  Holdings,
  ok,
  PAGE,
  startFakeVendor,
} from '@/lib/ingest/connectors/testing/fake-vendor';

/** HubSpot: search of companies by their last change. */
export function startFakeHubspot(): Promise<FakeVendor> {
  const holdings = new Holdings();
  /** The plain list: of those that are archived where it is asked for them, in pages. */
  const archived = (asked: URLSearchParams) => {
    if (asked.get('archived') !== 'true') return { results: [] };
    const start = Number(asked.get('after') ?? 0);
    const end = start + PAGE;
    return {
      results: holdings.gone.slice(start, end).map(({ id, at }) => ({
        ...{ id: String(id), archived: true, archivedAt: at.toISOString(), properties: {} },
        ...{ createdAt: at.toISOString(), updatedAt: at.toISOString() },
      })),
      ...(end < holdings.gone.length ? { paging: { next: { after: String(end) } } } : {}),
    };
  };
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname === '/crm/v3/objects/companies/search',
      isAllowed: ({ headers }) => headers.authorization === 'Bearer right',
      answer(call, url) {
        if (!url.pathname.endsWith('/search')) return ok(archived(url.searchParams));
        const { filterGroups, after } = call.json as {
          filterGroups: [{ filters: [{ value: string }] }];
          after?: string;
        };
        const since = Number(filterGroups[0].filters[0].value);
        const start = Number(after ?? 0);
        const left = holdings.oldestFirst().filter(({ at }) => at.getTime() >= since);
        const page = left.slice(start, start + PAGE);
        return ok({
          total: left.length,
          results: holdings.serve(
            page.map(({ id, text, at }) => ({
              id: String(id),
              properties: {
                name: text,
                domain: `c${id}.example`,
                arr__c: '1200.5',
                annualrevenue: '9000000',
              },
              ...{ createdAt: at.toISOString(), updatedAt: at.toISOString(), archived: false },
            })) as object[],
            { id: '1', properties: null },
          ),
          ...(start + PAGE < left.length ? { paging: { next: { after: String(start + PAGE) } } } : {}),
        });
      },
    },
    (baseUrl) => ({
      form: { baseUrl, token: 'right', arrField: 'arr__c', arrCurrency: 'EUR' },
      wrongForm: { baseUrl, token: 'wrong-key', arrField: '', arrCurrency: '' },
    }),
  );
}

/** Salesforce: a token for the app's key, then queries; it reads the one kind of question that we ask. */
export function startFakeSalesforce(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const idOf = (id: number) => `001D00000${String(id).padStart(6, '0')}`;
  const deleted = (asked: URLSearchParams) => {
    const [start, end] = ['start', 'end'].map((name) => Date.parse(asked.get(name) ?? ''));
    const within = holdings.gone.filter(
      ({ at }) => at.getTime() >= Number(start) && at.getTime() < Number(end),
    );
    const told = (at: Date) => at.toISOString().replace('Z', '+0000');
    return {
      deletedRecords: within.map(({ id, at }) => ({ id: idOf(id), deletedDate: told(at) })),
      earliestDateAvailable: told(new Date(Number(start))),
      latestDateCovered: told(new Date(Number(end) - 60_000)),
    };
  };
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => /FROM Account WHERE LastModifiedDate/.test(url.searchParams.get('q') ?? ''),
      isAllowed: (call, url) =>
        url.pathname === '/services/oauth2/token'
          ? new URLSearchParams(call.text).get('client_secret') === 'right'
          : call.headers.authorization === 'Bearer granted',
      answer(_, url) {
        if (url.pathname === '/services/oauth2/token') return ok({ access_token: 'granted' });
        if (url.pathname.endsWith('/sobjects/Account/deleted/')) return ok(deleted(url.searchParams));
        const soql = url.searchParams.get('q') ?? '';
        const asked = /Id IN \((.*)\)/.exec(soql)?.[1];
        if (asked) {
          const living = holdings.things.filter(({ id }) => asked.includes(idOf(id)));
          return ok({ done: true, records: living.map(({ id }) => ({ Id: idOf(id) })) });
        }
        const from = Date.parse(/LastModifiedDate >=? (\S+)/.exec(soql)?.[1] ?? '');
        const behind = /Id > '(\w+)'/.exec(soql)?.[1] ?? null;
        const page = holdings
          .oldestFirst()
          .filter(({ id, at }) =>
            behind === null
              ? at.getTime() >= from
              : at.getTime() > from || (at.getTime() === from && idOf(id) > behind),
          )
          .slice(0, PAGE);
        return ok({
          done: true,
          records:
            page.length === 0
              ? []
              : holdings.serve(
                  page.map(({ id, text, at }) => ({
                    ...{
                      Id: idOf(id),
                      Name: text,
                      Website: `https://www.c${id}.example/about`,
                      Type: 'Customer',
                    },
                    ...{ AnnualRevenue: 9_000_000, ARR__c: 1200.5 },
                    LastModifiedDate: at.toISOString().replace('Z', '+0000'),
                  })) as object[],
                  { Id: "1' OR Name != '" },
                ),
        });
      },
    },
    (baseUrl) => {
      const rest = { baseUrl, clientId: 'app', arrField: 'ARR__c', arrCurrency: 'EUR' };
      return {
        form: { ...rest, clientSecret: 'right' },
        wrongForm: { ...rest, clientSecret: 'wrong-key' },
      };
    },
  );
}

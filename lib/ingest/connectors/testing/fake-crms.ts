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
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname === '/crm/v3/objects/companies/search',
      isAllowed: ({ headers }) => headers.authorization === 'Bearer right',
      answer(call, url) {
        if (!url.pathname.endsWith('/search')) return ok({ results: [] });
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
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => /FROM Account WHERE (?!IsDeleted)/.test(url.searchParams.get('q') ?? ''),
      isAllowed: (call, url) =>
        url.pathname === '/services/oauth2/token'
          ? new URLSearchParams(call.text).get('client_secret') === 'right'
          : call.headers.authorization === 'Bearer granted',
      answer(_, url) {
        if (url.pathname === '/services/oauth2/token') return ok({ access_token: 'granted' });
        const soql = url.searchParams.get('q') ?? '';
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

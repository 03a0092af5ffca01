import { describe, expect, it } from 'vitest';
import { accountsHref, parseAccountListQuery, withoutField } from '@/lib/accounts/account-list-query';

const THEME = '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';

/** An address as a page receives it. */
const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://localhost').searchParams);

describe('the address of a list of accounts', () => {
  it('is read back as it was written', () => {
    const filter = { q: 'a&b = c', plan: 'Team', theme: THEME, exposed: '1' } as const;
    const place = { sort: 'name', order: 'desc', page: 3 } as const;
    const read = parseAccountListQuery(queryOf(accountsHref('acme', filter, place)));
    expect(read).toEqual({ filter, ...place, unreadable: [] });
  });

  it('leaves out what holds anyway', () => {
    expect(accountsHref('acme', {})).toBe('/w/acme/accounts');
    expect(accountsHref('acme', {}, { sort: 'renewal', order: 'asc', page: 1 })).toBe(
      '/w/acme/accounts?sort=renewal',
    );
    expect(parseAccountListQuery({})).toMatchObject({ sort: 'risk', order: 'desc', page: 1 });
  });

  it('holds no fields but those of the filter', () => {
    const period = { from: '2026-01-01', to: '2026-01-31', length: 31, before: { from: '2025-12-01' } };
    expect(accountsHref('acme', { mentions: THEME, ...period })).toBe(
      `/w/acme/accounts?mentions=${THEME}&from=2026-01-01&to=2026-01-31`,
    );
  });

  it('names a filter that cannot be read, and shows nothing wider in its place', () => {
    const { filter, unreadable } = parseAccountListQuery({ theme: 'crm', plan: 'Team' });
    expect(unreadable).toEqual(['theme']);
    expect(filter).toEqual({});
  });

  it('takes a filter of blanks for one that is not set', () => {
    expect(parseAccountListQuery({ q: ' ', plan: 'Team' })).toMatchObject({
      filter: { plan: 'Team' },
      unreadable: [],
    });
  });

  it('takes the first page where an order or a page cannot be read', () => {
    expect(parseAccountListQuery({ sort: 'colour', order: 'up', page: '-4' })).toMatchObject({
      sort: 'risk',
      order: 'desc',
      page: 1,
      unreadable: [],
    });
  });

  it('takes "exposed now" off with its theme', () => {
    expect(withoutField({ theme: THEME, exposed: '1', plan: 'Team' }, 'theme')).toEqual({ plan: 'Team' });
    expect(withoutField({ theme: THEME, exposed: '1' }, 'exposed')).toEqual({ theme: THEME });
    const mentions = { mentions: THEME, from: '2026-01-01', to: '2026-01-31' };
    expect(withoutField({ ...mentions, plan: 'Team' }, 'mentions')).toEqual({ plan: 'Team' });
  });
});

import { ensureAccounts } from '@/lib/accounts/ensure-accounts';
import { ensureContacts } from '@/lib/accounts/ensure-contacts';
import { companyDomainOf } from '@/lib/accounts/mail-domain';
import { findAccountsByDomain } from '@/lib/accounts/match-domains';
import type { ContactInput } from '@/lib/accounts/schema';
import type { Scope } from '@/lib/db/scope';

/** Who a row is from, as far as it says: a company, a person, or both. */
export interface Origin {
  account?: { externalId: string; name?: string | undefined } | undefined;
  contact?: Omit<ContactInput, 'accountId'> | undefined;
}

/**
 * The ids of the companies and people that rows are from, in the order of the rows; who is not known yet is made. Where a
 * row names no company, it is the one account whose domain the person's address is at, if there is one.
 */
export async function ensurePeople(
  scope: Scope,
  origins: readonly Origin[],
  importId: string | null,
): Promise<{ accountId: string | undefined; contactId: string | undefined }[]> {
  const accounts = await ensureAccounts(
    scope,
    origins.flatMap(({ account }) => account ?? []),
    importId,
  );
  const byDomain = await findAccountsByDomain(
    scope,
    origins.flatMap(({ account, contact }) => (account || !contact?.email ? [] : [contact.email])),
  );
  const accountIds = origins.map(({ account, contact }) =>
    account ? accounts.get(account.externalId) : byDomain.get(companyDomainOf(contact?.email ?? '') ?? ''),
  );
  const contactIds = await ensureContacts(
    scope,
    origins.map(({ contact }, index) => ({ ...contact, accountId: accountIds[index] })),
    importId,
  );
  return origins.map((_, index) => ({
    accountId: accountIds[index],
    contactId: contactIds[index] ?? undefined,
  }));
}

import { companyDomainOf } from '@/lib/accounts/mail-domain';
import type { Scope } from '@/lib/db/scope';
import { findMembers } from '@/lib/workspaces/queries';

/** The domains that the members of the workspace have their addresses at; free mail is none. */
export async function findOwnDomains(scope: Scope): Promise<ReadonlySet<string>> {
  const members = await findMembers(scope);
  return new Set(members.flatMap(({ email }) => companyDomainOf(email) ?? []));
}

/** Whether an address is that of a colleague rather than a customer. */
export function isFromOwnPeople(email: string | null, ownDomains: ReadonlySet<string>): boolean {
  const domain = email === null ? null : companyDomainOf(email);
  return domain !== null && ownDomains.has(domain);
}

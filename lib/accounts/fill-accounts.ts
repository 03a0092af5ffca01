import { findMergedKeys } from '@/lib/accounts/account-keys';
import type { AccountInput } from '@/lib/accounts/schema';
import { type AccountChange, upsertAccounts } from '@/lib/accounts/upsert-accounts';
import type { Scope } from '@/lib/db/scope';

/**
 * What describes an account; neither what it pays nor whether it left, nor its domain: that is who it is, and everybody
 * writing from there would be attributed to it.
 */
const DESCRIPTIONS = ['name', 'plan', 'segment', 'industry', 'country'] as const;
export type AccountDescription = Pick<AccountInput, 'externalId' | (typeof DESCRIPTIONS)[number]>;

/**
 * Makes accounts not heard of, and fills in what is not known of the others: for what comes from somebody who is not
 * trusted to change it. A name that is the key, as of an account made unnamed, counts as not known.
 */
export async function fillAccounts(
  scope: Scope,
  inputs: readonly AccountDescription[],
  { asOf }: { asOf: Date },
): Promise<AccountChange[]> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const keys = inputs.map(({ externalId }) => externalId);
    const ownKeys = await findMergedKeys(db, workspaceId, keys);
    const ownKeyOf = (key: string) => ownKeys.get(key) ?? key;
    const known = await db.account.findMany({
      where: { workspaceId, externalId: { in: keys.map(ownKeyOf) } },
    });
    const knownOf = new Map(
      known.map((account) => [
        account.externalId,
        DESCRIPTIONS.filter((field) => account[field] !== null && account[field] !== account.externalId),
      ]),
    );
    const filling = inputs.map((input): AccountInput => {
      const key = ownKeyOf(input.externalId);
      const before = knownOf.get(key) ?? [];
      const fields = DESCRIPTIONS.filter((field) => input[field] !== undefined && !before.includes(field));
      knownOf.set(key, [...before, ...fields]);
      return {
        externalId: input.externalId,
        ...Object.fromEntries(fields.map((field) => [field, input[field]])),
      };
    });
    return upsertAccounts(inner, filling, { importId: null, asOf });
  });
}

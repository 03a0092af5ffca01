import type { Scope } from '@/lib/db/scope';
import type { SampleAccount } from './types';

/** Members who look after customers. */
export interface AccountOwners {
  successManagerId: string;
  /** Has the customers that the success manager has not. */
  otherId: string;
}

/** Who looks after a customer: of three on the larger plans the success manager has two; the smallest plan has nobody. */
export function chooseOwner(
  { externalId, plan }: Pick<SampleAccount, 'externalId' | 'plan'>,
  { successManagerId, otherId }: AccountOwners,
): string | null {
  if (plan === 'Starter') return null;
  return Number(externalId.split('-').at(-1)) % 3 === 0 ? otherId : successManagerId;
}

/** Gives the sample's customers to members, so that lists of one's own accounts are not empty. */
export async function giveOwners(
  scope: Scope,
  accounts: readonly Pick<SampleAccount, 'externalId' | 'plan'>[],
  owners: AccountOwners,
): Promise<void> {
  await scope.run(async (db) => {
    for (const ownerId of Object.values(owners)) {
      const own = accounts.filter((account) => chooseOwner(account, owners) === ownerId);
      await db.account.updateMany({
        where: {
          workspaceId: scope.workspaceId,
          externalId: { in: own.map(({ externalId }) => externalId) },
        },
        data: { ownerId },
      });
    }
  });
}

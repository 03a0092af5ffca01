import type { Scope } from '@/lib/db/scope';

export const MONTHS = 24;

/** A simulated workspace of 24 months and 36 themes, stored. The environment names the database by now. */
export async function storeSimulated(
  accounts: number,
): Promise<{ scope: Scope; sourceId: string; mentions: number }> {
  const { makeSource, makeWorkspace } = await import('@/lib/db/testing/make-workspace');
  const { storeRecords } = await import('@/lib/impact/testing/store-records');
  const { simulateWorkspace } = await import('@/lib/impact/testing/simulate');
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const simulated = simulateWorkspace({ seed: 1, accounts, months: MONTHS, driverRiskRatio: 2.5 });
  // Nine planted themes, each in four parts.
  const mentions = simulated.mentions.map(({ themeId, ...mention }) => ({
    ...mention,
    themeId: `${themeId} ${mention.occurredDay % 4}`,
  }));
  await storeRecords(scope, sourceId, { ...simulated, mentions });
  return { scope, sourceId, mentions: mentions.length };
}

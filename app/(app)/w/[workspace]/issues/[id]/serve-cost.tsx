import { Stat } from '@/components/ui/stat';
import { formatMoneyCompact } from '@/lib/core/format';
import { minorUnitDigits } from '@/lib/core/money';
import type { Scope } from '@/lib/db/scope';
import { computeServeCost, countCases } from '@/lib/issues/find-cases';
import { getSetting } from '@/lib/settings/queries';

type Props = { scope: Scope; themeId: string; asOf: Date; currency: string; casesHref: string };

/** What the tickets, calls and chats about an issue cost in a year. */
export async function ServeCost({ scope, themeId, asOf, currency, casesHref }: Props) {
  const [cases, setting] = await Promise.all([
    countCases(scope, themeId, asOf),
    getSetting(scope, 'costToServe'),
  ]);
  const cents = computeServeCost(cases, setting, 10 ** minorUnitDigits(currency));
  return (
    <Stat
      label="Cost to serve, last 12 months"
      value={cents === null ? null : formatMoneyCompact(cents, currency)}
      reason="Set what a case takes under Settings, Cost to serve."
      n={cases}
      noun="case"
      {...(cases > 0 ? { href: casesHref } : {})}
    />
  );
}

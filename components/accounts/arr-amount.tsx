import { formatMoneyCompact } from '@/lib/core/format';
import { Unknown } from './unknown';

type Props = {
  arrCents: number | null;
  currency: string | null;
  /** In minor units of the workspace's currency; null without a rate. */
  convertedArrCents: number | null;
  workspaceCurrency: string;
};

/** ARR in its own currency, and in that of the workspace below where they differ. */
export function ArrAmount({ arrCents, currency, convertedArrCents, workspaceCurrency }: Props) {
  if (arrCents === null || currency === null) return <Unknown reason="No ARR was imported for it" />;
  return (
    <span className="whitespace-nowrap">
      {formatMoneyCompact(arrCents, currency)}
      {currency !== workspaceCurrency && (
        <span className="block text-sm text-ink-mute">
          {convertedArrCents === null
            ? `no rate for ${currency}`
            : `≈ ${formatMoneyCompact(convertedArrCents, workspaceCurrency)}`}
        </span>
      )}
    </span>
  );
}

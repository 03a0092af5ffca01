import { formatNumber } from '@/lib/core/format';

type Props = {
  ownerId: string | null;
  /** By member id; who is not in it has left. */
  ownerNames: Readonly<Record<string, string>>;
  effortDays: number | null;
};

/** Who owns an issue and what it is thought to take, where anybody said. */
export function WorkLine({ ownerId, ownerNames, effortDays }: Props) {
  const parts = [
    ownerId === null ? null : (ownerNames[ownerId] ?? 'Owned by somebody who left'),
    effortDays === null ? null : describeEffort(effortDays),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <span className="block text-sm font-normal text-ink-soft">{parts.join(' · ')}</span>;
}

/** "2.5 days", of one person's work. */
export function describeEffort(effortDays: number): string {
  return `${formatNumber(effortDays, 1)} ${effortDays === 1 ? 'day' : 'days'} of work`;
}

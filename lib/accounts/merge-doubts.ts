/** What speaks against two contacts being one person. */
export type MergeDoubt = 'own_addresses' | 'other_phones' | 'heard_together';

interface Compared {
  email: string | null;
  phone: string | null;
  firstAt: Date | null;
  lastAt: Date | null;
}

const domainOf = (email: string | null) => email?.split('@')[1]?.toLowerCase();

/** What of two contacts does not fit one person, so that whoever decides sees both sides. */
export function findMergeDoubts(one: Compared, other: Compared): MergeDoubt[] {
  const doubts: MergeDoubt[] = [];
  const domain = domainOf(one.email);
  if (domain && domain === domainOf(other.email) && one.email !== other.email) doubts.push('own_addresses');
  if (one.phone && other.phone && one.phone !== other.phone) doubts.push('other_phones');
  const isHeardTogether =
    one.firstAt && one.lastAt && other.firstAt && other.lastAt
      ? one.firstAt <= other.lastAt && other.firstAt <= one.lastAt
      : false;
  if (isHeardTogether) doubts.push('heard_together');
  return doubts;
}

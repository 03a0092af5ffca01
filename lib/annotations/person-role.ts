import type { AccountPerson } from '@/lib/annotations/find-account-people';

/** How somebody stands to us, as far as their words and scores show it. */
export type PersonRole = 'champion' | 'supporter' | 'critic';

type Person = Pick<AccountPerson, 'id' | 'hasLeft' | 'statements' | 'positive' | 'negative' | 'npsScore'>;

/** Fewer statements than this are no habit. */
const FEWEST_STATEMENTS = 3;
/** The share of statements of one tone from which on it is their tone. */
const CLEAR_SHARE = 0.6;

/**
 * Who speaks for us at an account and who against: the latest NPS answer decides (9 and 10 for, 0 to 6 against), else three
 * statements or more of which 60 % have one tone. Who has left is neither. The champion is the one supporter with the best
 * score, then the most positive statements. A rule of thumb, not a measurement.
 */
export function tellRoles(people: readonly Person[]): Map<string, PersonRole> {
  const roles = new Map<string, PersonRole>();
  for (const person of people) {
    const role = roleOf(person);
    if (role) roles.set(person.id, role);
  }
  const [champion] = people
    .filter(({ id }) => roles.get(id) === 'supporter')
    .toSorted((a, b) => (b.npsScore ?? 0) - (a.npsScore ?? 0) || b.positive - a.positive);
  if (champion) roles.set(champion.id, 'champion');
  return roles;
}

function roleOf({ hasLeft, statements, positive, negative, npsScore }: Person): PersonRole | null {
  if (hasLeft) return null;
  if (npsScore !== null && npsScore >= 9) return 'supporter';
  if (npsScore !== null && npsScore <= 6) return 'critic';
  if (statements < FEWEST_STATEMENTS) return null;
  if (positive >= statements * CLEAR_SHARE) return 'supporter';
  return negative >= statements * CLEAR_SHARE ? 'critic' : null;
}

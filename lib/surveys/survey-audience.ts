import type { Db } from '@/lib/db/client';
import type { Delivery } from '@/lib/surveys/schema';
import type { Rule } from '@/lib/widget/rule';

/** The segment of an account; null: nobody knows. */
export async function findSegment(
  db: Db,
  workspaceId: string,
  accountId: string | null | undefined,
): Promise<string | null> {
  if (!accountId) return null;
  const account = await db.account.findFirst({
    where: { workspaceId, id: accountId },
    select: { segment: true },
  });
  return account?.segment ?? null;
}

/** Whether, in one of the groups that hold on the page, the rules about segments hold as well. */
export function isForSegment(
  { groups }: Pick<Delivery, 'groups'>,
  segment: string | null,
  held?: readonly number[],
): boolean {
  if (groups.length === 0) return true;
  return groups.some(
    (rules, place) => (held?.includes(place) ?? true) && rules.every((rule) => isSegmentRight(rule, segment)),
  );
}

/**
 * What is left of the groups of rules for the page to look at, once the segment is known: a group that does not hold is null.
 * Undefined: nothing is left, the survey is for who is here.
 */
export function groupsForPage(
  { groups }: Pick<Delivery, 'groups'>,
  segment: string | null,
): (Rule[] | null)[] | undefined {
  const left = groups.map((rules) =>
    rules.every((rule) => isSegmentRight(rule, segment))
      ? rules.filter(({ about }) => about !== 'segment')
      : null,
  );
  return left.length === 0 || left.some((rules) => rules?.length === 0) ? undefined : left;
}

function isSegmentRight({ about, test, value }: Rule, segment: string | null): boolean {
  return about !== 'segment' || (segment !== null && (segment === value) === (test === 'is'));
}

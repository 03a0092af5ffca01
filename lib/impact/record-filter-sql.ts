import { hasField } from '@/lib/accounts/custom-fields';
import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import type { RecordFilter } from '@/lib/impact/record-filter';

/** The filter over feedback under the alias `f`. */
export function feedbackInFilter({
  plan,
  segment,
  field,
  channel,
  source,
  from,
  to,
}: RecordFilter): Prisma.Sql {
  const terms = [Prisma.sql`true`];
  if (channel) terms.push(Prisma.sql`f.channel = ${channel}::channel`);
  if (source) terms.push(Prisma.sql`f.source_id = ${source}::uuid`);
  if (from) terms.push(Prisma.sql`f.occurred_at >= ${dayBegins(from)}`);
  if (to) terms.push(Prisma.sql`f.occurred_at < ${dayEnds(to)}`);
  if (plan || segment || field) {
    terms.push(Prisma.sql`EXISTS (
      SELECT 1 FROM accounts fa WHERE fa.workspace_id = f.workspace_id AND fa.id = f.account_id
        AND ${plan ? Prisma.sql`fa.plan = ${plan}` : Prisma.sql`true`}
        AND ${segment ? Prisma.sql`fa.segment = ${segment}` : Prisma.sql`true`}
        AND ${field ? hasField(Prisma.sql`fa`, field) : Prisma.sql`true`})`);
  }
  return Prisma.join(terms, ' AND ');
}

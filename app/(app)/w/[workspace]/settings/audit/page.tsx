import type { Metadata } from 'next';
import { z } from 'zod';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { AuditTable } from '@/components/workspaces/audit-table';
import { definePage } from '@/lib/http/define-page';
import { type AuditPlace, findAuditPage } from '@/lib/workspaces/audit-page';
import { auditCursorSchema } from '@/lib/workspaces/schema';

export const metadata: Metadata = { title: 'Audit log' };

const cursor = auditCursorSchema.optional().catch(undefined);
const query = z.object({ older: cursor, newer: cursor });

export default definePage({
  permission: 'audit.read',
  query,
  async render({ scope, workspace: { slug } }, { query }) {
    const place = placeOf(query);
    const page = await findAuditPage(scope, place);
    const here = `/w/${slug}/settings/audit`;
    const isBeyondEnd = place !== null && page.rows.length === 0;
    return (
      <Section
        title="Audit log"
        description="Who changed what in this workspace, and when. Entries can be added, never changed or removed."
      >
        <AuditTable rows={page.rows} isBeyondEnd={isBeyondEnd} />
        <Pagination
          newerHref={page.newer ? `${here}?newer=${page.newer}` : isBeyondEnd ? here : null}
          olderHref={page.older && `${here}?older=${page.older}`}
        />
      </Section>
    );
  },
});

function placeOf({ older, newer }: z.infer<typeof query>): AuditPlace {
  if (older) return { olderThan: older };
  return newer ? { newerThan: newer } : null;
}

import { History } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { addressOf } from '@/components/overview/period-picker';
import { DecisionList } from '@/components/themes/decision-list';
import { describeDecision } from '@/components/themes/decision-words';
import { PageLinks } from '@/components/themes/page-links';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findDecisions } from '@/lib/themes/find-decisions';
import { findMembers } from '@/lib/workspaces/queries';
import { undo } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Decisions about themes' };

const SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query: { page } }) {
    const home = `/w/${slug}/themes`;
    const [{ batches, total }, members] = await Promise.all([
      findDecisions(scope, { page, size: SIZE }),
      findMembers(scope),
    ]);
    const nameOf = new Map(members.map((member) => [member.id, member.name]));
    return (
      <div className="space-y-6">
        <PageHeader
          title="Decisions about themes"
          breadcrumb={[{ label: 'Themes', href: home }]}
          description="Every edit, by whom and when. They hold over any later look for themes; any of them can be undone, in whatever order."
        />
        {batches.length === 0 ? (
          <Card>
            <EmptyState icon={History} title="Nobody has edited the themes yet">
              Rename, merge, move, split, lock or set aside themes on the Themes screen.
            </EmptyState>
          </Card>
        ) : (
          <DecisionList
            lines={batches.map((batch) => ({
              batchId: batch.batchId,
              words: describeDecision(batch),
              decidedAt: batch.decidedAt,
              decidedBy: nameOf.get(batch.decidedById) ?? 'a former member',
              isUndone: batch.isUndone,
            }))}
            undo={can(role, 'themes.edit') ? undo.bind(null, slug) : null}
          />
        )}
        <PageLinks
          page={page}
          size={SIZE}
          total={total}
          hrefOf={(each) => addressOf(`${home}/decisions`, { page: String(each) })}
        />
      </div>
    );
  },
});

import { Sparkles } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { addressOf } from '@/components/overview/period-picker';
import { PageLinks } from '@/components/themes/page-links';
import { ProposalList } from '@/components/themes/proposal-list';
import { ReassignmentProgress } from '@/components/themes/reassignment-progress';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findProposals } from '@/lib/themes/find-proposals';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { findMembers } from '@/lib/workspaces/queries';
import { accept, cancelAssigning, decline, reopen, restartAssigning, undo } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Proposed changes' };

const SIZE = 20;

export default definePage({
  permission: 'workspace.read',
  query: z.object({
    show: z.enum(['open', 'decided']).catch('open'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query: { show, page } }) {
    const home = `/w/${slug}/themes`;
    const here = `${home}/proposals`;
    const [{ proposals, total }, members, run] = await Promise.all([
      findProposals(scope, { decided: show === 'decided', page, size: SIZE }),
      findMembers(scope),
      findReassignment(scope),
    ]);
    const nameOf = new Map(members.map((member) => [member.id, member.name]));
    return (
      <div className="space-y-6">
        <PageHeader
          title="Proposed changes"
          breadcrumb={[{ label: 'Themes', href: home }]}
          description="What the last look for themes found that today’s themes do not say. Nothing changes until you accept it, and every acceptance can be undone."
        />
        <ReassignmentProgress
          run={run}
          actions={
            can(role, 'themes.edit')
              ? { cancel: cancelAssigning.bind(null, slug), restart: restartAssigning.bind(null, slug) }
              : null
          }
        />
        <Tabs
          label="Proposals"
          tabs={[
            { label: 'To decide', href: here, active: show === 'open' },
            { label: 'Decided', href: addressOf(here, { show: 'decided' }), active: show === 'decided' },
          ]}
        />
        {proposals.length === 0 ? (
          <Card>
            <EmptyState icon={Sparkles} title={show === 'open' ? 'Nothing to decide' : 'Nothing decided yet'}>
              Themes are looked for anew when feedback has grown by half, or when you ask for it on the Themes
              screen. What is found as it is today needs no decision.
            </EmptyState>
          </Card>
        ) : (
          <ProposalList
            workspaceSlug={slug}
            proposals={proposals.map((proposal) => ({
              ...proposal,
              decidedBy: nameOf.get(proposal.decidedById ?? '') ?? null,
            }))}
            actions={
              can(role, 'themes.edit')
                ? {
                    accept: accept.bind(null, slug),
                    decline: decline.bind(null, slug),
                    reopen: reopen.bind(null, slug),
                    undo: undo.bind(null, slug),
                  }
                : null
            }
          />
        )}
        <PageLinks
          page={page}
          size={SIZE}
          total={total}
          hrefOf={(each) => addressOf(here, { show: show === 'open' ? undefined : show, page: String(each) })}
        />
      </div>
    );
  },
});

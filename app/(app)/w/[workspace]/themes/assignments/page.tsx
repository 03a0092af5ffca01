import { Tags } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { daysInWords } from '@/components/overview/period-words';
import { AssignmentTable } from '@/components/themes/assignment-table';
import { assignmentsHref } from '@/components/themes/assignments-href';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import {
  type AssignmentFilter,
  assignmentFilterSchema,
  findAssignments,
} from '@/lib/annotations/find-assignments';
import { REVIEW_BELOW } from '@/lib/annotations/unsure-theme';
import { formatCount, formatPercent } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { addressSchema, readAddress } from '@/lib/responses/address';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Assignments' };

const PAGE_SIZE = 50;

const EXPLAINED: Record<AssignmentFilter['of'], string> = {
  engine: 'Themes that the engine found in sentences.',
  unsure: `Themes that the engine is less than ${formatPercent(REVIEW_BELOW)} sure of.`,
  review: `Themes in use that the engine is less than ${formatPercent(REVIEW_BELOW)} sure of: they wait for a person.`,
};

/** The assignments behind a number of the themes' screens. */
export default definePage({
  permission: 'workspace.read',
  query: addressSchema.extend({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { page, ...query } }) {
    const { fields, unreadable } = readAddress(assignmentFilterSchema, query);
    const breadcrumb = [{ label: 'Themes', href: `/w/${slug}/themes` }];
    if (!fields) {
      return (
        <>
          <PageHeader title="Assignments" breadcrumb={breadcrumb} />
          <UnreadableFilters
            fields={unreadable}
            query={query}
            clearHref={assignmentsHref(slug, { of: 'engine' })}
          />
        </>
      );
    }
    const { from, to } = fields;
    const { rows, total } = await findAssignments(scope, fields, { page, pageSize: PAGE_SIZE });
    return (
      <>
        <PageHeader
          title={fields.of === 'engine' ? 'Assignments' : 'Unsure assignments'}
          breadcrumb={breadcrumb}
          description={`${formatCount(total, 'assignment')}. ${EXPLAINED[fields.of]}${from && to ? ` Said ${daysInWords({ from, to })}.` : ''}`}
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={total}
          noun="assignment"
          hrefOf={(target) => assignmentsHref(slug, fields, target)}
          empty={
            <EmptyState icon={Tags} title="No assignment here">
              People may have said of each whether it is right, or the list ends before this page.
            </EmptyState>
          }
        >
          <AssignmentTable workspaceSlug={slug} rows={rows} />
        </PagedCard>
      </>
    );
  },
});

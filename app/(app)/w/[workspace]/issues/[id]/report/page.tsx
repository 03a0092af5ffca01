import type { Metadata } from 'next';
import { z } from 'zod';
import { IssueReportSheet } from '@/components/reports/issue-report';
import { PrintButton } from '@/components/reports/print-button';
import { ReportFrame } from '@/components/reports/report-frame';
import { reportHrefs } from '@/components/reports/report-rows';
import { ShareSection } from '@/components/reports/share-section';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { loadIssueReport } from '@/lib/reports/load-report';
import { findShareLinks } from '@/lib/reports/share-links';
import { endShare, share } from '../../actions';

export const metadata: Metadata = { title: 'Report' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  query: z.object({ links: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  find: ({ scope }, { params: { id } }) => loadIssueReport(scope, id),
  loading: <DetailSkeleton />,
  async render({ scope, role, workspace: { slug } }, { params: { id }, query }, report) {
    const links = await findShareLinks(scope, id, query.links);
    return (
      <ReportFrame
        back={{ label: report.title, href: `/w/${slug}/issues/${id}` }}
        actions={<PrintButton />}
        sharing={
          can(role, 'exports.create') && (
            <ShareSection
              issueId={id}
              links={links}
              href={`/w/${slug}/issues/${id}/report`}
              create={share.bind(null, slug)}
              revoke={endShare.bind(null, slug)}
            />
          )
        }
      >
        <IssueReportSheet
          report={report}
          hrefs={report.ranking ? reportHrefs(slug, { issueId: id, ...report.ranking }) : undefined}
        />
      </ReportFrame>
    );
  },
});

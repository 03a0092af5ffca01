import type { Metadata } from 'next';
import { z } from 'zod';
import { IssueReportSheet } from '@/components/reports/issue-report';
import { PrintButton } from '@/components/reports/print-button';
import { ReportFrame } from '@/components/reports/report-frame';
import { ShareSection } from '@/components/reports/share-section';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { loadIssueReport } from '@/lib/reports/load-report';
import { findShareLinks } from '@/lib/reports/share-links';
import { endShare, share } from '../../actions';

export const metadata: Metadata = { title: 'Report' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  async render({ scope, role, workspace: { slug } }, { params: { id } }) {
    const [report, links] = await Promise.all([loadIssueReport(scope, id), findShareLinks(scope, id)]);
    return (
      <ReportFrame
        back={{ label: report.title, href: `/w/${slug}/issues/${id}` }}
        actions={<PrintButton />}
        sharing={
          can(role, 'exports.create') && (
            <ShareSection
              issueId={id}
              links={links}
              create={share.bind(null, slug)}
              revoke={endShare.bind(null, slug)}
            />
          )
        }
      >
        <IssueReportSheet report={report} />
      </ReportFrame>
    );
  },
});

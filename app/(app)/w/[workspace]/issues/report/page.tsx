import type { Metadata } from 'next';
import { z } from 'zod';
import { ListReportSheet } from '@/components/reports/list-report';
import { PrintButton } from '@/components/reports/print-button';
import { ReportFrame } from '@/components/reports/report-frame';
import { ShareSection } from '@/components/reports/share-section';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { loadListReport } from '@/lib/reports/load-report';
import { findShareLinks } from '@/lib/reports/share-links';
import { endShare, share } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Report' };

export default definePage({
  permission: 'workspace.read',
  query: z.object({ links: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }) {
    const [report, links] = await Promise.all([
      loadListReport(scope),
      findShareLinks(scope, null, query.links),
    ]);
    return (
      <ReportFrame
        back={{ label: 'Issues', href: `/w/${slug}/issues` }}
        actions={<PrintButton />}
        sharing={
          can(role, 'exports.create') && (
            <ShareSection
              issueId={null}
              links={links}
              href={`/w/${slug}/issues/report`}
              create={share.bind(null, slug)}
              revoke={endShare.bind(null, slug)}
            />
          )
        }
      >
        <ListReportSheet report={report} workspaceSlug={slug} />
      </ReportFrame>
    );
  },
});

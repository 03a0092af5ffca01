import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { IssueReportSheet } from '@/components/reports/issue-report';
import { ListReportSheet } from '@/components/reports/list-report';
import { PrintButton } from '@/components/reports/print-button';
import { findGuestAccess } from '@/lib/auth/guest';
import { formatDateTime } from '@/lib/core/format';
import { defineOpenPage } from '@/lib/http/define-open-page';
import { loadIssueReport, loadListReport } from '@/lib/reports/load-report';

export const metadata: Metadata = {
  title: 'Shared report',
  referrer: 'no-referrer',
  robots: { index: false, follow: false, nocache: true },
};

export default defineOpenPage({
  params: z.object({ token: z.string().max(100) }),
  async render(_user, { params: { token } }) {
    const access = await findGuestAccess(token);
    if (!access) notFound();
    const { scope, issueId, expiresAt } = access;
    return (
      <main className="mx-auto max-w-page space-y-6 px-4 py-6 sm:px-8 sm:py-8 print:!p-0">
        {issueId ? (
          <IssueReportSheet report={await loadIssueReport(scope, issueId)} />
        ) : (
          <ListReportSheet report={await loadListReport(scope)} />
        )}
        <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4 text-sm text-ink-mute">
          <p>Shared by a link that works until {formatDateTime(expiresAt)}. Made with Verbatim.</p>
          <PrintButton />
        </footer>
      </main>
    );
  },
});

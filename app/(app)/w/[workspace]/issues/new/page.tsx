import type { Metadata } from 'next';
import { z } from 'zod';
import { NewIssueForm } from '@/components/issues/new-issue-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { definePage } from '@/lib/http/define-page';
import { newIssue } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'New issue' };

export default definePage({
  permission: 'issues.edit',
  query: z.object({ feedback: z.uuid().optional().catch(undefined) }),
  loading: <PageShape />,
  async render({ workspace: { slug } }, { query }) {
    return (
      <>
        <PageHeader
          title="New issue"
          breadcrumb={[{ label: 'Issues', href: `/w/${slug}/issues` }]}
          description="For what you know and no theme says. Every theme that customers complain of has an issue already."
        />
        <Card className="max-w-2xl">
          <NewIssueForm action={newIssue.bind(null, slug)} feedbackId={query.feedback ?? null} />
        </Card>
      </>
    );
  },
});

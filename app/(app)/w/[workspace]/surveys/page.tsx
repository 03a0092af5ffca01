import { ClipboardList } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { NewSurveyForm } from '@/components/surveys/new-survey-form';
import { SurveyFileForm } from '@/components/surveys/survey-file-form';
import { SurveyTable } from '@/components/surveys/survey-table';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findSurveys } from '@/lib/surveys/find-surveys';
import { create, importFile } from './actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Surveys' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1) }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query: { page } }) {
    const home = `/w/${slug}/surveys`;
    const { rows, total } = await findSurveys(scope, { page, pageSize: PAGE_SIZE });
    const pageHref = (number: number) => `${home}?page=${number}`;
    const form = can(role, 'surveys.edit') && (
      <div className="space-y-5">
        <NewSurveyForm action={create.bind(null, slug)} />
        <SurveyFileForm action={importFile.bind(null, slug)} />
      </div>
    );
    return (
      <>
        <PageHeader
          title="Surveys"
          description="Questions of your own: on a page, behind a link, or in a corner of your product."
        />
        {total === 0 ? (
          <Card>
            <EmptyState icon={ClipboardList} title="No survey yet" actions={form}>
              The answers become scores and feedback of this workspace.
            </EmptyState>
          </Card>
        ) : (
          <>
            <SurveyTable home={home} rows={rows} now={new Date()} />
            <Pagination
              newerHref={page > 1 ? pageHref(page - 1) : null}
              olderHref={page * PAGE_SIZE < total ? pageHref(page + 1) : null}
            />
            {form && (
              <Section title="New survey">
                <Card>{form}</Card>
              </Section>
            )}
          </>
        )}
      </>
    );
  },
});

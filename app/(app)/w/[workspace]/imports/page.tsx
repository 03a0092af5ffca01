import { FileInput } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { ExampleHeader } from '@/components/imports/example-header';
import { ImportTable } from '@/components/imports/import-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findImports } from '@/lib/ingest/find-imports';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Imports' };

export default definePage({
  permission: 'workspace.read',
  query: z.object({ olderThan: z.uuid().nullable().default(null).catch(null) }),
  loading: <PageShape />,
  async render({ scope, role, workspace }, { query }) {
    const home = `/w/${workspace.slug}`;
    const { imports, olderThan } = await findImports(scope, query);
    const newImport = can(role, 'imports.manage') && (
      <ButtonLink href={`${home}/imports/new`} variant="primary">
        New import
      </ButtonLink>
    );
    return (
      <>
        <PageHeader
          title="Imports"
          description="Feedback and accounts from files. Any import can be undone."
          actions={imports.length > 0 && newImport}
        />
        {imports.length === 0 ? (
          <Card>
            <EmptyState icon={FileInput} title="Nothing has been imported yet" actions={newImport}>
              <dl className="mt-3 space-y-4 text-left">
                <div>
                  <dt className="font-medium text-ink">Feedback</dt>
                  <dd>
                    <ExampleHeader target="feedback" />
                  </dd>
                </div>
                <div>
                  <dt className="font-medium text-ink">Accounts</dt>
                  <dd>
                    <ExampleHeader target="accounts" />
                  </dd>
                </div>
              </dl>
            </EmptyState>
          </Card>
        ) : (
          <>
            <ImportTable imports={imports} home={home} now={new Date()} />
            <Pagination
              newerHref={query.olderThan ? `${home}/imports` : null}
              olderHref={olderThan ? `${home}/imports?olderThan=${olderThan}` : null}
            />
          </>
        )}
      </>
    );
  },
});

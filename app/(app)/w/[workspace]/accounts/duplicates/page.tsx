import { Building2 } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { CompanyMergeTable } from '@/components/contacts/company-merge-table';
import { CompanySuggestionList } from '@/components/contacts/company-suggestion-list';
import { DuplicateTabs } from '@/components/contacts/duplicate-tabs';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findAccountMerges, findAccountSuggestions } from '@/lib/accounts/find-account-suggestions';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { keepApart, merge, undo } from './actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Possible duplicates among companies' };

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query: { page } }) {
    const [{ suggestions, hasMore }, merges] = await Promise.all([
      findAccountSuggestions(scope, { page }),
      findAccountMerges(scope, {}),
    ]);
    const here = `/w/${slug}/accounts/duplicates`;
    const mayDecide = can(role, 'contacts.merge');
    return (
      <>
        <PageHeader
          title="Possible duplicates"
          description="Companies that the sources know by different keys. Nothing is merged by likeness alone: you decide, and can undo it."
          breadcrumb={[{ label: 'Accounts', href: accountsHref(slug, {}) }]}
        />
        <DuplicateTabs workspaceSlug={slug} active="companies" />
        {suggestions.length > 0 ? (
          <CompanySuggestionList
            workspaceSlug={slug}
            suggestions={suggestions}
            actions={
              mayDecide ? { merge: merge.bind(null, slug), keepApart: keepApart.bind(null, slug) } : null
            }
          />
        ) : (
          <Card>
            <EmptyState
              icon={Building2}
              title={page === 1 ? 'No two companies look like one' : 'The list ends before this page'}
            >
              Accounts that share a domain, or a name while only one of them has a domain, appear here.
            </EmptyState>
          </Card>
        )}
        <Pagination
          newerHref={page > 1 ? `${here}?page=${page - 1}` : null}
          olderHref={hasMore ? `${here}?page=${page + 1}` : null}
        />
        <Section
          title="Merged"
          description="The latest 25 that still stand. The one whose revenue is known stays, and both keys lead to it. Revenue is not summed up."
        >
          <Card flush>
            <CompanyMergeTable
              workspaceSlug={slug}
              merges={merges}
              undo={mayDecide ? undo.bind(null, slug) : null}
            />
          </Card>
        </Section>
      </>
    );
  },
});

import { Users } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { DuplicateTabs } from '@/components/contacts/duplicate-tabs';
import { MergeTable } from '@/components/contacts/merge-table';
import { SuggestionList } from '@/components/contacts/suggestion-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findMergeSuggestions, findMerges } from '@/lib/accounts/find-merge-suggestions';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { keepApart, merge, undo } from '../actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Possible duplicates' };

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query: { page } }) {
    const [{ suggestions, hasMore }, merges] = await Promise.all([
      findMergeSuggestions(scope, { page }),
      findMerges(scope, {}),
    ]);
    const here = `/w/${slug}/contacts/duplicates`;
    const mayDecide = can(role, 'contacts.merge');
    return (
      <>
        <PageHeader
          title="Possible duplicates"
          description="People whom the sources name differently. Nothing is merged by likeness alone: you decide, and can undo it."
          breadcrumb={[{ label: 'Accounts', href: accountsHref(slug, {}) }]}
        />
        <DuplicateTabs workspaceSlug={slug} active="people" />
        {suggestions.length > 0 ? (
          <SuggestionList
            workspaceSlug={slug}
            suggestions={suggestions}
            actions={
              mayDecide ? { merge: merge.bind(null, slug), keepApart: keepApart.bind(null, slug) } : null
            }
          />
        ) : (
          <Card>
            <EmptyState
              icon={Users}
              title={page === 1 ? 'No two people look like one' : 'The list ends before this page'}
            >
              People who share a phone number, a full name and a company, or a rare full name and address
              appear here.
            </EmptyState>
          </Card>
        )}
        <Pagination
          newerHref={page > 1 ? `${here}?page=${page - 1}` : null}
          olderHref={hasMore ? `${here}?page=${page + 1}` : null}
        />
        <Section
          title="Merged"
          description="The latest 25 that still stand. Undone ones are not joined again."
        >
          <Card flush>
            <MergeTable
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

import { Building2, SearchX } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Nothing imported yet: what a file should hold. */
export function NoAccounts({ workspaceSlug }: { workspaceSlug: string }) {
  return (
    <EmptyState
      icon={Building2}
      title="No accounts yet"
      actions={
        <ButtonLink variant="primary" href={`/w/${workspaceSlug}/imports`}>
          Import accounts
        </ButtonLink>
      }
    >
      <p>
        Bring a CSV file with a row for each company. It needs an id of your own and a name. Plan, segment,
        ARR with its currency, start, renewal and churn date make the rest of this page work.
      </p>
    </EmptyState>
  );
}

/** Nothing fits the filters, or the page asked for lies beyond the last. */
export function NoAccountFits({ title, clearHref }: { title: string; clearHref: string }) {
  return (
    <EmptyState
      icon={SearchX}
      title={title}
      actions={<ButtonLink href={clearHref}>Show all accounts</ButtonLink>}
    />
  );
}

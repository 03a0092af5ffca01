import { ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import NextLink from 'next/link';
import { redirect } from 'next/navigation';
import { AuthShell } from '@/components/shell/auth-shell';
import { Badge } from '@/components/ui/badge';
import { currencyOptions } from '@/components/workspaces/currency-options';
import { WorkspaceForm } from '@/components/workspaces/workspace-form';
import { findWorkspaces, mayFoundWorkspaces } from '@/lib/auth/session';
import { defineOpenPage } from '@/lib/http/define-open-page';
import { addWorkspace } from '../actions';

export const metadata: Metadata = { title: 'Workspaces' };

export default defineOpenPage({
  async render(user) {
    if (!user) redirect('/sign-in?next=/workspaces');
    const [workspaces, mayFound] = [await findWorkspaces(user.id), await mayFoundWorkspaces(user.id)];
    return (
      <AuthShell
        title="Workspaces"
        description={
          workspaces.length > 0
            ? `Signed in as ${user.name}.`
            : `${user.name}, you are in no workspace now. Ask an administrator for an invitation.`
        }
      >
        {workspaces.length > 0 && (
          <ul className="divide-y divide-line rounded border border-line">
            {workspaces.map(({ slug, name, isSample }) => (
              <li key={slug}>
                <NextLink
                  href={`/w/${slug}`}
                  className="flex min-h-11 items-center gap-2 px-3 py-2 font-medium hover:bg-hover"
                >
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  {isSample && <Badge tone="warning">Sample</Badge>}
                  <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-mute" />
                </NextLink>
              </li>
            ))}
          </ul>
        )}
        {mayFound && (
          <details className="mt-5">
            <summary className="cursor-pointer font-medium text-accent">New workspace</summary>
            <div className="mt-4">
              <WorkspaceForm
                action={addWorkspace}
                currencies={currencyOptions()}
                currency="USD"
                button="Create workspace"
              />
            </div>
          </details>
        )}
      </AuthShell>
    );
  },
});

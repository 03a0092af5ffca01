import type { Metadata } from 'next';
import { HookForm } from '@/components/sources/hook-form';
import { HookTable } from '@/components/sources/hook-table';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findHooks } from '@/lib/ingest/hooks/find-hooks';
import { makeHook } from './actions';

export const metadata: Metadata = { title: 'Sources' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    const hooks = await findHooks(scope);
    return (
      <>
        <Section
          title="Webhooks in"
          description="What other systems send the moment it happens. Words of customers are redacted and stored once; words of staff are left out."
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          <HookTable hooks={hooks} listHref={`/w/${slug}/settings/sources`} now={new Date()} />
        </Section>
        {can(role, 'settings.edit') && (
          <Section title="Let a system send">
            <Card className="max-w-3xl">
              <HookForm action={makeHook.bind(null, slug)} />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

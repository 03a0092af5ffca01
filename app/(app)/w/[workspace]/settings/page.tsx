import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { currencyOptions } from '@/components/workspaces/currency-options';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { WorkspaceForm } from '@/components/workspaces/workspace-form';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { saveWorkspace } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default definePage({
  permission: 'workspace.read',
  async render({ role, workspace }) {
    return (
      <Section title="General">
        <ReadOnlyNote role={role} permission="settings.edit" />
        <Card className="max-w-2xl">
          <WorkspaceForm
            action={saveWorkspace.bind(null, workspace.slug)}
            currencies={currencyOptions()}
            name={workspace.name}
            currency={workspace.currency}
            button="Save"
            disabled={!can(role, 'settings.edit')}
          />
        </Card>
      </Section>
    );
  },
});

import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { EndpointForm } from '@/components/webhooks/endpoint-form';
import { EndpointTable } from '@/components/webhooks/endpoint-table';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findEndpoints } from '@/lib/outbound/webhooks/find-endpoints';
import { findThemeNames } from '@/lib/themes/find-theme';
import { make } from './actions';

export const metadata: Metadata = { title: 'Webhooks' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    const [endpoints, themes] = await Promise.all([findEndpoints(scope), findThemeNames(scope)]);
    return (
      <>
        <Section
          title="Webhooks out"
          description="What we tell systems of yours, signed by Standard Webhooks. A message that is not taken is sent again for three days, ever more seldom."
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          <EndpointTable endpoints={endpoints} listHref={`/w/${slug}/settings/webhooks`} now={new Date()} />
        </Section>
        {can(role, 'settings.edit') && (
          <Section title="Tell a system">
            <Card className="max-w-3xl">
              <EndpointForm action={make.bind(null, slug)} themes={themes} />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

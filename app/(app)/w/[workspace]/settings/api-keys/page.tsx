import type { Metadata } from 'next';
import { ApiKeyForm } from '@/components/api/api-key-form';
import { ApiKeyTable } from '@/components/api/api-key-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { findApiKeys } from '@/lib/auth/find-api-keys';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { makeKey, revokeKey } from './actions';

export const metadata: Metadata = { title: 'API keys' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    const keys = await findApiKeys(scope);
    const mayManage = can(role, 'api_keys.manage');
    return (
      <>
        <Section
          title="API keys"
          description="What programs show to use the HTTP API of this workspace. A key is kept as its hash, so it cannot be shown again."
          actions={
            <ButtonLink href={`/w/${slug}/settings/api-keys/try`} variant="secondary">
              Try the API
            </ButtonLink>
          }
        >
          <ReadOnlyNote role={role} permission="api_keys.manage" />
          <ApiKeyTable
            keys={keys}
            now={new Date()}
            revoke={mayManage ? revokeKey.bind(null, slug) : undefined}
          />
        </Section>
        {mayManage && (
          <Section title="Make a key">
            <Card className="max-w-3xl">
              <ApiKeyForm action={makeKey.bind(null, slug)} />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

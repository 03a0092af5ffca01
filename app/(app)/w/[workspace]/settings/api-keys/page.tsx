import type { Metadata } from 'next';
import { z } from 'zod';
import { ApiKeyForm } from '@/components/api/api-key-form';
import { ApiKeyTable } from '@/components/api/api-key-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { findApiKeys } from '@/lib/auth/find-api-keys';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { makeKey, revokeKey } from './actions';

export const metadata: Metadata = { title: 'API keys' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }),
  async render({ scope, role, workspace: { slug } }, { query: { page } }) {
    const { rows, total } = await findApiKeys(scope, { page, pageSize: PAGE_SIZE });
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
            keys={rows}
            now={new Date()}
            revoke={mayManage ? revokeKey.bind(null, slug) : undefined}
          />
          {total > PAGE_SIZE && (
            <PageSteps
              page={page}
              pageSize={PAGE_SIZE}
              shown={rows.length}
              total={total}
              noun="key"
              hrefOf={(target) => `/w/${slug}/settings/api-keys?page=${target}`}
            />
          )}
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

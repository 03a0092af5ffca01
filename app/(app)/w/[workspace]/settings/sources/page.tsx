import type { Metadata } from 'next';
import { ConnectorTable } from '@/components/sources/connector-table';
import { HookForm } from '@/components/sources/hook-form';
import { HookTable } from '@/components/sources/hook-table';
import { MailAddresses } from '@/components/sources/mail-addresses';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { connectorKinds } from '@/lib/ingest/connectors/connector-kinds';
import { connectorKindKeys } from '@/lib/ingest/connectors/connector-schema';
import { findConnectors } from '@/lib/ingest/connectors/find-connectors';
import { findHooks } from '@/lib/ingest/hooks/find-hooks';
import { findMailAddresses, mailDomain, mailDoor } from '@/lib/ingest/hooks/mail-addresses';
import { makeHook } from './actions';

export const metadata: Metadata = { title: 'Sources' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    const sources = `/w/${slug}/settings/sources`;
    const mayEdit = can(role, 'settings.edit');
    const [hooks, connectors] = [await findHooks(scope), await findConnectors(scope)];
    const addresses = mayEdit ? await findMailAddresses(scope) : new Map<string, string>();
    const add = mayEdit && (
      <ButtonLink href={`${sources}/connectors/new`} variant="primary">
        New connector
      </ButtonLink>
    );
    return (
      <>
        <Section
          title="Connectors"
          description="Systems that are asked for what is new, also for what was before."
          actions={connectors.length > 0 && add}
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          <ConnectorTable
            connectors={connectors}
            names={Object.fromEntries(connectorKindKeys.map((key) => [key, connectorKinds[key].name]))}
            listHref={sources}
            now={new Date()}
            add={add}
          />
        </Section>
        <Section
          title="Webhooks and mail in"
          description="What comes the moment it happens. Words of customers are redacted and stored once; words of staff are left out."
        >
          <HookTable hooks={hooks} listHref={sources} now={new Date()} />
        </Section>
        <Section title="Mail" description="Letters of customers, sent to addresses of their own.">
          <MailAddresses
            door={mailDoor()}
            domain={mailDomain()}
            addresses={hooks.flatMap(({ id, name }) => {
              const address = addresses.get(id);
              return address ? [{ id, name, address }] : [];
            })}
          />
        </Section>
        {mayEdit && (
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

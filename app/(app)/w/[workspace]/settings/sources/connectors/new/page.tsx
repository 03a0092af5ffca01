import type { Metadata } from 'next';
import { z } from 'zod';
import { ConnectorForm } from '@/components/sources/connector-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { definePage } from '@/lib/http/define-page';
import { connectorKinds } from '@/lib/ingest/connectors/connector-kinds';
import { connectorKindKeys } from '@/lib/ingest/connectors/connector-schema';
import { connect } from '../actions';

export const metadata: Metadata = { title: 'New connector' };

/** Half a year is enough to see what is said and soon read. */
const DEFAULT_DAYS = 180;

export default definePage({
  permission: 'settings.edit',
  query: z.object({ kind: z.enum(connectorKindKeys).default('zendesk').catch('zendesk') }),
  async render({ workspace: { slug } }, { query: { kind } }) {
    const sources = `/w/${slug}/settings/sources`;
    const { name, about, fields } = connectorKinds[kind];
    const since = new Date(Date.now() - DEFAULT_DAYS * 86_400_000).toISOString().slice(0, 10);
    return (
      <Section
        title="New connector"
        description="Which system to ask for what is new."
        actions={<ButtonLink href={sources}>All sources</ButtonLink>}
      >
        <Tabs
          label="Systems"
          tabs={connectorKindKeys.map((key) => ({
            label: connectorKinds[key].name,
            href: `${sources}/connectors/new?kind=${key}`,
            active: key === kind,
          }))}
        />
        <p className="max-w-prose text-ink-mute">{about}</p>
        <Card className="max-w-2xl">
          <ConnectorForm
            key={kind}
            action={connect.bind(null, slug)}
            system={{ key: kind, name, fields }}
            defaultSince={since}
          />
        </Card>
      </Section>
    );
  },
});

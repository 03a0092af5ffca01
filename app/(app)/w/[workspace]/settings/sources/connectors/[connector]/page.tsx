import type { Metadata } from 'next';
import { z } from 'zod';
import { RemoveConnector, TestConnector } from '@/components/sources/connector-actions';
import { ConnectorForm } from '@/components/sources/connector-form';
import { ConnectorRunTable } from '@/components/sources/connector-run-table';
import { HealthBadge, Lag } from '@/components/sources/connector-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { FormMessage } from '@/components/ui/form-message';
import { Pagination } from '@/components/ui/pagination';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { ActionButton } from '@/components/workspaces/action-button';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findConnectorRuns, getConnector } from '@/lib/ingest/connectors/find-connectors';
import { asRecord, kindOf } from '@/lib/ingest/connectors/open-connector';
import { change, remove, start, stop, test } from '../actions';

export const metadata: Metadata = { title: 'Connector' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ connector: z.uuid() }),
  query: z.object({ olderThan: z.uuid().nullable().default(null).catch(null) }),
  find: async ({ scope }, { params }) => {
    const now = new Date();
    return { now, connector: await getConnector(scope, params.connector, now) };
  },
  async render({ scope, role, workspace: { slug } }, { query: { olderThan } }, { now, connector }) {
    const { id: connectorId, name, health, failure, failures } = connector;
    const { rows, older, total } = await findConnectorRuns(scope, { connectorId, at: olderThan });
    const kind = kindOf(connector.kind);
    const mayEdit = can(role, 'settings.edit');
    const here = `/w/${slug}/settings/sources/connectors/${connectorId}`;
    const values = Object.entries(asRecord(connector.settings)).map(([key, value]) => [key, String(value)]);
    const isRunning = health === 'running';
    // Its form was just saved, or somebody let it run: what stands here is of the run before.
    const isDue = connector.nextRunAt !== null && connector.nextRunAt <= now;
    return (
      <>
        {(isRunning || isDue || health === 'new') && <RefreshWhile />}
        <Section
          title={name}
          description={kind.about}
          actions={
            <>
              <ButtonLink href={`/w/${slug}/settings/sources`}>All sources</ButtonLink>
              <ButtonLink href={feedbackHref(slug, { source: connector.sourceId })}>
                Feedback it brought
              </ButtonLink>
              {mayEdit && !isRunning && (
                <ActionButton action={start.bind(null, slug)} fields={{ connectorId }}>
                  {health === 'paused' ? 'Go on' : 'Run now'}
                </ActionButton>
              )}
              {mayEdit && health !== 'paused' && !connector.isStopping && (
                <ActionButton action={stop.bind(null, slug)} fields={{ connectorId }}>
                  {isRunning ? 'Stop' : 'Pause'}
                </ActionButton>
              )}
              {mayEdit && (
                <RemoveConnector action={remove.bind(null, slug)} connectorId={connectorId} name={name} />
              )}
            </>
          }
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          {failure && health !== 'paused' && (
            <FormMessage
              tone={health === 'needs_person' ? 'negative' : 'warning'}
              title={health === 'needs_person' ? 'It needs you' : 'It waits and tries again by itself'}
            >
              {failure} {failures > 1 && `${formatCount(failures, 'run')} in a row did not come to the end.`}
            </FormMessage>
          )}
          <Card>
            <DefinitionList
              items={[
                { term: 'System', description: kind.name },
                { term: 'State', description: <HealthBadge health={health} /> },
                {
                  term: 'Behind by',
                  description: <Lag reachedAt={connector.reachedAt} now={now} />,
                },
                {
                  term: 'Last read to the end',
                  description: connector.lastSuccessAt ? (
                    <RelativeTime date={connector.lastSuccessAt} now={now} />
                  ) : (
                    'Not yet'
                  ),
                },
                {
                  term: 'Next run',
                  description:
                    connector.nextRunAt && !isRunning ? (
                      <RelativeTime date={connector.nextRunAt} now={now} />
                    ) : isRunning ? (
                      connector.isStopping ? (
                        'It stops after the page at hand'
                      ) : (
                        'It runs now'
                      )
                    ) : (
                      'None: it is paused'
                    ),
                },
                { term: 'Reads from', description: formatDate(connector.since) },
              ]}
            />
          </Card>
        </Section>
        <Section title="Runs" description="Of the last 90 days.">
          <ConnectorRunTable runs={rows} now={now} />
          {total > 0 && (
            <Pagination
              newerHref={olderThan ? here : null}
              olderHref={older && `${here}?olderThan=${older}`}
              summary={`${formatNumber(rows.length)} of ${formatCount(total, 'run')} shown`}
            />
          )}
        </Section>
        <Section title="Set-up">
          <Card className="max-w-2xl space-y-6">
            <ConnectorForm
              action={change.bind(null, slug)}
              system={{ key: connector.kind, name: kind.name, fields: kind.fields }}
              connector={{
                id: connectorId,
                name,
                intervalMinutes: connector.intervalMinutes,
                values: Object.fromEntries(values),
              }}
              disabled={!mayEdit}
            />
            {mayEdit && (
              <TestConnector action={test.bind(null, slug)} connectorId={connectorId} system={kind.name} />
            )}
          </Card>
        </Section>
      </>
    );
  },
});

import type { Metadata } from 'next';
import { z } from 'zod';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { NewSecret, RemoveEndpoint, TestEndpoint } from '@/components/webhooks/endpoint-actions';
import { EndpointForm } from '@/components/webhooks/endpoint-form';
import { EndpointState } from '@/components/webhooks/endpoint-table';
import { WebhookDeliveryTable } from '@/components/webhooks/webhook-delivery-table';
import { ActionButton } from '@/components/workspaces/action-button';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDateTime, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { eventTypeKeys } from '@/lib/outbound/webhooks/event-types';
import { findWebhookDeliveries, getEndpoint } from '@/lib/outbound/webhooks/find-endpoints';
import { findThemeNames } from '@/lib/themes/find-theme';
import { change, newSecret, remove, sendAgain, test, turn } from '../actions';

export const metadata: Metadata = { title: 'Webhook' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ endpoint: z.uuid() }),
  query: z.object({
    state: z.literal('failed').nullable().default(null).catch(null),
    olderThan: z.uuid().nullable().default(null).catch(null),
  }),
  find: ({ scope }, { params }) => getEndpoint(scope, params.endpoint),
  async render({ scope, role, workspace: { slug } }, { query: { state, olderThan } }, endpoint) {
    const { id: endpointId, name, isEnabled, failures } = endpoint;
    const [{ rows, older, total }, themes] = await Promise.all([
      findWebhookDeliveries(scope, { endpointId, state, at: olderThan }),
      findThemeNames(scope),
    ]);
    const mayEdit = can(role, 'settings.edit');
    const here = `/w/${slug}/settings/webhooks/${endpointId}`;
    const list = state ? `${here}?state=failed` : here;
    const olderHref = older && `${list}${state ? '&' : '?'}olderThan=${older}`;
    return (
      <>
        <Section
          title={
            <>
              {name} <EndpointState endpoint={endpoint} />
            </>
          }
          actions={
            <>
              <ButtonLink href={`/w/${slug}/settings/webhooks`}>All webhooks</ButtonLink>
              {mayEdit && (
                <ActionButton
                  action={turn.bind(null, slug)}
                  fields={{ endpointId, to: isEnabled ? 'off' : 'on' }}
                >
                  Turn {isEnabled ? 'off' : 'on'}
                </ActionButton>
              )}
              {mayEdit && (
                <RemoveEndpoint action={remove.bind(null, slug)} endpointId={endpointId} name={name} />
              )}
            </>
          }
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          {endpoint.disabledReason && (
            <FormMessage tone="warning" title="It was turned off by itself">
              {endpoint.disabledReason} Turn it on again when it is mended, and send again what it missed.
            </FormMessage>
          )}
          {isEnabled && endpoint.failingSince && (
            <FormMessage tone="warning" title={`Failing since ${formatDateTime(endpoint.failingSince)}`}>
              {formatCount(failures, 'attempt')} failed since. After three days it is turned off.
            </FormMessage>
          )}
          <Tabs
            label="Messages"
            tabs={[
              { label: 'All', href: here, active: state === null, count: formatNumber(endpoint.deliveries) },
              {
                label: 'Failed',
                href: `${here}?state=failed`,
                active: state === 'failed',
                count: formatNumber(endpoint.failed),
              },
            ]}
          />
          <WebhookDeliveryTable
            rows={rows}
            now={new Date()}
            resend={mayEdit ? sendAgain.bind(null, slug) : undefined}
          />
          {total > 0 && (
            <Pagination
              newerHref={olderThan ? list : null}
              olderHref={olderHref}
              summary={`${formatNumber(rows.length)} of ${formatCount(total, 'message')} shown`}
            />
          )}
        </Section>
        <Section title="What it is told">
          <Card className="max-w-3xl">
            <EndpointForm
              action={change.bind(null, slug)}
              themes={themes}
              endpoint={{
                ...endpoint,
                events: eventTypeKeys.filter((type) => endpoint.events.includes(type)),
              }}
              disabled={!mayEdit}
            />
          </Card>
        </Section>
        {mayEdit && (
          <Section title="Test and secret">
            <Card className="max-w-3xl space-y-6">
              <TestEndpoint action={test.bind(null, slug)} endpointId={endpointId} name={name} />
              <NewSecret action={newSecret.bind(null, slug)} endpointId={endpointId} />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

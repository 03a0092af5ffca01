import type { Metadata } from 'next';
import { z } from 'zod';
import { HookMappingForm, HookSecretForm } from '@/components/sources/hook-changes';
import { HookDeliveryTable } from '@/components/sources/hook-delivery-table';
import { RemoveHook } from '@/components/sources/remove-hook';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { KeysetSteps } from '@/components/ui/keyset-steps';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { ActionButton } from '@/components/workspaces/action-button';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { can } from '@/lib/auth/permissions';
import { formatDateTime, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findHookDeliveries, getHook } from '@/lib/ingest/hooks/find-hooks';
import { hookKinds } from '@/lib/ingest/hooks/hook-kinds';
import { hookKindNames } from '@/lib/ingest/hooks/hook-schema';
import { parseCursor } from '@/lib/responses/keyset-page';
import { changeHookMapping, changeHookSecret, endHook, readAgain, readAllAgain } from '../../actions';

export const metadata: Metadata = { title: 'Webhook' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ hook: z.uuid() }),
  query: z.object({
    state: z.literal('dead').nullable().default(null).catch(null),
    at: z.string().optional().catch(undefined),
  }),
  find: ({ scope }, { params }) => getHook(scope, params.hook),
  async render({ scope, role, workspace: { slug } }, { query: { state, at } }, hook) {
    const list = { hookId: hook.id, state, cursor: parseCursor(at) };
    const { page, total } = await findHookDeliveries(scope, list);
    const mayEdit = can(role, 'settings.edit');
    const here = `/w/${slug}/settings/sources/hooks/${hook.id}`;
    const isMail = hookKinds[hook.kind].by === 'mail';
    const isTheirs = hookKinds[hook.kind].secret === 'theirs';
    return (
      <>
        <Section
          title={hook.name}
          description={`${isMail ? 'Letters to a secret address' : `Webhook of ${hookKindNames[hook.kind]}, told by ${hook.isSigned ? 'its signature' : 'its secret address'}`}; made ${formatDateTime(hook.createdAt)}.`}
          actions={
            <>
              <ButtonLink href={`/w/${slug}/settings/sources`}>All sources</ButtonLink>
              <ButtonLink href={feedbackHref(slug, { source: hook.sourceId })}>
                Feedback it brought
              </ButtonLink>
              {mayEdit && <RemoveHook action={endHook.bind(null, slug)} hookId={hook.id} name={hook.name} />}
            </>
          }
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          {hook.lastRefusedAt && hook.lastRefusal && (
            <FormMessage tone="warning" title={`Last refused ${formatDateTime(hook.lastRefusedAt)}`}>
              {hook.lastRefusal} Refused messages are not kept.
            </FormMessage>
          )}
          <Tabs
            label="Messages"
            tabs={[
              { label: 'All', href: here, active: state === null, count: formatNumber(hook.deliveries) },
              {
                label: 'Could not be read',
                href: `${here}?state=dead`,
                active: state === 'dead',
                count: formatNumber(hook.dead),
              },
            ]}
          />
          {mayEdit && state === 'dead' && hook.dead > 0 && (
            <ActionButton action={readAllAgain.bind(null, slug)} fields={{ hookId: hook.id }}>
              Read all again
            </ActionButton>
          )}
          <HookDeliveryTable
            rows={page.rows}
            now={new Date()}
            retry={mayEdit ? readAgain.bind(null, slug) : undefined}
          />
          <KeysetSteps
            page={page}
            total={total}
            noun="message"
            listHref={state ? `${here}?state=dead` : here}
          />
        </Section>
        {mayEdit && hook.mapping && (
          <Section title="How its messages are read">
            <Card className="max-w-3xl">
              <HookMappingForm
                action={changeHookMapping.bind(null, slug)}
                hookId={hook.id}
                mapping={hook.mapping}
              />
            </Card>
          </Section>
        )}
        {mayEdit && isTheirs && (
          <Section title="Its secret">
            <Card className="max-w-3xl">
              <HookSecretForm
                action={changeHookSecret.bind(null, slug)}
                hookId={hook.id}
                system={hookKindNames[hook.kind]}
              />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

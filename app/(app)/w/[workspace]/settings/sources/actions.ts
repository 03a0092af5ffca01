'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { formatCount } from '@/lib/core/format';
import { defineAction } from '@/lib/http/define-action';
import { changeMapping, changeSecret, createHook, removeHook } from '@/lib/ingest/hooks/create-hook';
import { hookFormSchema, hookMappingSchema, hookSecretSchema } from '@/lib/ingest/hooks/hook-form';
import { hookDeliveryIdSchema, hookIdSchema } from '@/lib/ingest/hooks/hook-schema';
import { retryHookDeliveries } from '@/lib/ingest/hooks/retry-hook-deliveries';

export const makeHook = defineAction({
  permission: 'settings.edit',
  input: hookFormSchema,
  async run({ scope }, input) {
    const data = await createHook(scope, input);
    refresh();
    return { data };
  },
});

export const endHook = defineAction({
  permission: 'settings.edit',
  input: hookIdSchema,
  async run({ scope, workspace }, { hookId }) {
    await removeHook(scope, hookId);
    redirect(`/w/${workspace.slug}/settings/sources`);
  },
});

export const readAgain = defineAction({
  permission: 'settings.edit',
  input: hookDeliveryIdSchema,
  async run({ scope }, input) {
    await retryHookDeliveries(scope, input);
    refresh();
    return {};
  },
});

export const readAllAgain = defineAction({
  permission: 'settings.edit',
  input: hookIdSchema,
  async run({ scope }, input) {
    const count = await retryHookDeliveries(scope, input);
    refresh();
    return { message: `${formatCount(count, 'message')} will be read again.` };
  },
});

export const changeHookMapping = defineAction({
  permission: 'settings.edit',
  input: hookMappingSchema,
  async run({ scope }, { hookId, mapping }) {
    if (mapping) await changeMapping(scope, hookId, mapping);
    refresh();
    return { message: 'Saved. Messages that could not be read can be read again now.' };
  },
});

export const changeHookSecret = defineAction({
  permission: 'settings.edit',
  input: hookSecretSchema,
  async run({ scope }, { hookId, secret }) {
    await changeSecret(scope, hookId, secret);
    refresh();
    return { message: 'Saved. Messages are checked by the new secret from now on.' };
  },
});

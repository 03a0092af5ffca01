'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/lib/http/define-action';
import {
  createEndpoint,
  removeEndpoint,
  replaceEndpointSecret,
  switchEndpoint,
  updateEndpoint,
} from '@/lib/outbound/webhooks/endpoints';
import {
  endpointFormSchema,
  endpointIdSchema,
  webhookDeliveryIdSchema,
} from '@/lib/outbound/webhooks/event-types';
import { resendWebhook, testEndpoint } from '@/lib/outbound/webhooks/resend-webhook';

export const make = defineAction({
  permission: 'settings.edit',
  input: endpointFormSchema,
  async run({ scope }, form): Promise<{ data: { secret: string } }> {
    const secret = await createEndpoint(scope, form);
    refresh();
    return { data: { secret } };
  },
});

export const change = defineAction({
  permission: 'settings.edit',
  input: endpointFormSchema.extend(endpointIdSchema.shape),
  async run({ scope }, { endpointId, ...form }): Promise<{ message: string; data?: { secret: string } }> {
    await updateEndpoint(scope, endpointId, form);
    refresh();
    return { message: 'Saved.' };
  },
});

export const turn = defineAction({
  permission: 'settings.edit',
  input: endpointIdSchema.extend({ to: z.enum(['on', 'off']) }),
  async run({ scope }, { endpointId, to }) {
    await switchEndpoint(scope, endpointId, to === 'on');
    refresh();
    return {};
  },
});

export const test = defineAction({
  permission: 'settings.edit',
  input: endpointIdSchema,
  async run({ scope }, { endpointId }) {
    const status = await testEndpoint(scope, endpointId);
    refresh();
    return { message: `It was taken: the answer was ${status}.` };
  },
});

export const newSecret = defineAction({
  permission: 'settings.edit',
  input: endpointIdSchema,
  async run({ scope }, { endpointId }) {
    return { data: { secret: await replaceEndpointSecret(scope, endpointId) } };
  },
});

export const remove = defineAction({
  permission: 'settings.edit',
  input: endpointIdSchema,
  async run({ scope, workspace }, { endpointId }) {
    await removeEndpoint(scope, endpointId);
    redirect(`/w/${workspace.slug}/settings/webhooks`);
  },
});

export const sendAgain = defineAction({
  permission: 'settings.edit',
  input: webhookDeliveryIdSchema,
  async run({ scope }, { deliveryId }) {
    await resendWebhook(scope, deliveryId);
    refresh();
    return {};
  },
});

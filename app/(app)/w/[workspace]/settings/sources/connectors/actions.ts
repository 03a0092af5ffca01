'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/http/define-action';
import { changedConnectorForm, newConnectorForm } from '@/lib/ingest/connectors/connector-form';
import { connectorIdSchema } from '@/lib/ingest/connectors/connector-schema';
import {
  createConnector,
  removeConnector,
  startConnector,
  stopConnector,
  testConnector,
  updateConnector,
} from '@/lib/ingest/connectors/connectors';

export const connect = defineAction({
  permission: 'settings.edit',
  input: newConnectorForm,
  async run({ scope, workspace }, form) {
    const id = await createConnector(scope, form);
    redirect(`/w/${workspace.slug}/settings/sources/connectors/${id}`);
  },
});

export const change = defineAction({
  permission: 'settings.edit',
  input: changedConnectorForm,
  async run({ scope }, { connectorId, ...form }) {
    await updateConnector(scope, connectorId, form);
    refresh();
    return { message: 'Saved.' };
  },
});

export const test = defineAction({
  permission: 'settings.edit',
  input: connectorIdSchema,
  async run({ scope }, { connectorId }) {
    return { message: `It works. It reads ${await testConnector(scope, connectorId)}.` };
  },
});

export const start = defineAction({
  permission: 'settings.edit',
  input: connectorIdSchema,
  async run({ scope }, { connectorId }) {
    await startConnector(scope, connectorId);
    refresh();
    return {};
  },
});

export const stop = defineAction({
  permission: 'settings.edit',
  input: connectorIdSchema,
  async run({ scope }, { connectorId }) {
    await stopConnector(scope, connectorId);
    refresh();
    return {};
  },
});

export const remove = defineAction({
  permission: 'settings.edit',
  input: connectorIdSchema,
  async run({ scope, workspace }, { connectorId }) {
    await removeConnector(scope, connectorId);
    redirect(`/w/${workspace.slug}/settings/sources`);
  },
});

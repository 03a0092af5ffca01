'use server';

import { refresh } from 'next/cache';
import { apiKeyFormSchema, apiKeyIdSchema } from '@/lib/auth/api-key-schema';
import { createApiKey } from '@/lib/auth/create-api-key';
import { revokeApiKey } from '@/lib/auth/revoke-api-key';
import { defineAction } from '@/lib/http/define-action';

export const makeKey = defineAction({
  permission: 'api_keys.manage',
  input: apiKeyFormSchema,
  async run({ scope }, input) {
    const key = await createApiKey(scope, input);
    refresh();
    return { data: { key, name: input.name } };
  },
});

export const revokeKey = defineAction({
  permission: 'api_keys.manage',
  input: apiKeyIdSchema,
  async run({ scope }, { apiKeyId }) {
    await revokeApiKey(scope, apiKeyId);
    refresh();
    return {};
  },
});

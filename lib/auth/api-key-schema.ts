import { z } from 'zod';
import { apiScopes } from '@/lib/auth/api-scopes';

export const apiKeyKinds = ['secret', 'public'] as const;
export type ApiKeyKind = (typeof apiKeyKinds)[number];

/** The form of Settings, API keys. A public key has the scopes of its kind, whatever is ticked. */
export const apiKeyFormSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, 'Give it a name, such as the system it is for.')
      .max(80, 'At most 80 characters.'),
    kind: z.enum(apiKeyKinds),
    scopes: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.enum(apiScopes)).transform((chosen) => [...new Set(chosen)]),
    ),
  })
  .refine(({ kind, scopes }) => kind === 'public' || scopes.length > 0, {
    path: ['scopes'],
    message: 'Tick at least one: a key without any opens nothing.',
  });
export type ApiKeyForm = z.infer<typeof apiKeyFormSchema>;

export const apiKeyIdSchema = z.object({ apiKeyId: z.uuid() });

import { z } from 'zod';
import { passwordSchema } from '@/lib/auth/password-schema';
import { roles } from '@/lib/auth/permissions';
import { LlmError } from '@/lib/llm/llm-error';
import { parseServerAddress } from '@/lib/llm/server-address';

const emailSchema = z
  .string('Enter an e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'This e-mail address is too long.')
  .pipe(z.email('This is not an e-mail address. It looks like name@example.org.'));
const personNameSchema = z
  .string('Enter a name.')
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'At most 100 characters.');
const currencySchema = z
  .string('Choose a currency.')
  .trim()
  .toUpperCase()
  .refine((code) => currencies.includes(code), 'Choose a currency from the list.');
const roleSchema = z.enum(roles, 'Choose a role from the list.');
const idSchema = z.uuid();

/** ISO 4217 codes that a workspace may count in. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency');

export const workspaceSchema = z.object({
  workspaceName: z
    .string('Name the workspace.')
    .trim()
    .min(1, 'Name the workspace.')
    .max(80, 'At most 80 characters.'),
  currency: currencySchema,
});
export type WorkspaceInput = z.infer<typeof workspaceSchema>;

export const firstRunSchema = workspaceSchema.extend({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
});
export type FirstRunInput = z.infer<typeof firstRunSchema>;

export const invitationSchema = z.object({ email: emailSchema, role: roleSchema });
export type InvitationInput = z.infer<typeof invitationSchema>;

/**
 * The answer to an invitation. Someone new gives a name and chooses a password; someone who has an account here proves it
 * by being signed in or by its password.
 */
export const acceptanceSchema = z.object({
  token: z.string().min(1).max(100),
  name: personNameSchema.optional(),
  password: z.string().max(200, 'A password has at most 200 characters.').optional(),
});
export type AcceptanceInput = z.infer<typeof acceptanceSchema>;

export const roleChangeSchema = z.object({ memberId: idSchema, role: roleSchema });
export const memberSchema = z.object({ memberId: idSchema });
export const invitationIdSchema = z.object({ invitationId: idSchema });

export const passwordChangeSchema = z.object({
  currentPassword: z.string('Enter your current password.').min(1, 'Enter your current password.').max(200),
  newPassword: passwordSchema,
});
export type PasswordChangeInput = z.infer<typeof passwordChangeSchema>;

/** A checkbox of a form: absent when it is not ticked. */
const checkboxSchema = z.literal('on').optional().transform(Boolean);

/** What the request itself would refuse is said at once; a password in an address would be stored as plain text. */
function checkServerAddress(context: z.core.ParsePayload<string>): void {
  if (context.value === '') return;
  try {
    parseServerAddress(context.value);
  } catch (error) {
    if (!(error instanceof LlmError)) throw error;
    context.issues.push({ code: 'custom', input: context.value, message: error.message });
  }
}

export const languageModelSchema = z
  .object({
    isEnabled: checkboxSchema,
    baseUrl: z.string().trim().check(checkServerAddress),
    model: z.string().trim().max(200, 'At most 200 characters.'),
    /** Empty keeps the stored key. */
    apiKey: z.string().trim().max(500, 'At most 500 characters.'),
    forgetsKey: checkboxSchema,
  })
  .refine((input) => !input.isEnabled || input.baseUrl, {
    path: ['baseUrl'],
    error: 'To turn it on, enter the address of the model server.',
  })
  .refine((input) => !input.isEnabled || input.model, {
    path: ['model'],
    error: 'To turn it on, enter the name of a model.',
  });
export type LanguageModelInput = z.infer<typeof languageModelSchema>;

/** A place in the audit log: the instant and the id of the entry it stands at. */
export const auditCursorSchema = z
  .string()
  .regex(/^\d+\.[0-9a-f-]{36}$/)
  .transform((cursor) => {
    const [instantMs = '', id = ''] = cursor.split('.');
    return { occurredAt: new Date(Number(instantMs)), id };
  });
export type AuditCursor = z.infer<typeof auditCursorSchema>;

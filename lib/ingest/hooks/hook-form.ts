import { z } from 'zod';
import { type FieldMapping, fieldMappingSchema } from '@/lib/ingest/hooks/field-mapping';
import { hookIdSchema, hookKindKeys, hookKindNames } from '@/lib/ingest/hooks/hook-schema';

/** A checkbox of a form: absent when it is not ticked. */
const checkbox = z.literal('on').optional().transform(Boolean);

type MapField = `map.${keyof FieldMapping}`;
const mapFields = Object.fromEntries(
  Object.keys(fieldMappingSchema.shape).map((field) => [`map.${field}`, z.string().max(500).default('')]),
) as Record<MapField, z.ZodDefault<z.ZodString>>;

/** Where in a body what is, out of the fields of a form. */
function readMapping(form: Record<string, unknown>, context: z.RefinementCtx): FieldMapping | null {
  const fields = Object.fromEntries(
    Object.entries(form).flatMap(([field, value]) =>
      field.startsWith('map.') ? [[field.slice('map.'.length), value || undefined]] : [],
    ),
  );
  const mapping = fieldMappingSchema.safeParse(fields);
  if (mapping.success) return mapping.data;
  for (const issue of mapping.error.issues) {
    const message = issue.code === 'invalid_type' ? 'Say where in the body it stands.' : issue.message;
    context.addIssue({ code: 'custom', path: [`map.${issue.path.join('.')}`], message });
  }
  return null;
}

const secret = z.string().trim().max(500, 'At most 500 characters.').default('');

/** What a person says of an address that another system is to send to. */
export const hookFormSchema = z
  .object({
    kind: z.enum(hookKindKeys),
    name: z.string().trim().max(100, 'At most 100 characters.').default(''),
    /** Their signing secret, where they make it. */
    secret,
    isSigned: checkbox,
    ...mapFields,
  })
  .transform((form, context) => {
    const { kind, name, isSigned } = form;
    const base = { kind, name: name || hookKindNames[kind], secret: form.secret, isSigned };
    return { ...base, mapping: kind === 'generic' ? readMapping(form, context) : null };
  });
export type HookForm = z.output<typeof hookFormSchema>;

/** What of an address may be changed: how its messages are read, or the secret that their sender signs with. */
export const hookMappingSchema = hookIdSchema
  .extend(mapFields)
  .transform((form, context) => ({ hookId: form.hookId, mapping: readMapping(form, context) }));
export const hookSecretSchema = hookIdSchema.extend({
  secret: secret.refine(Boolean, 'Enter the secret.'),
});

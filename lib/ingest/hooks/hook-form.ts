import { z } from 'zod';
import { fieldMappingSchema } from '@/lib/ingest/hooks/field-mapping';
import { hookKindKeys, hookKindNames } from '@/lib/ingest/hooks/hook-schema';

/** A checkbox of a form: absent when it is not ticked. */
const checkbox = z.literal('on').optional().transform(Boolean);

/** What a person says of an address that another system is to send to. */
export const hookFormSchema = z
  .object({
    kind: z.enum(hookKindKeys),
    name: z.string().trim().max(100, 'At most 100 characters.').default(''),
    /** Their signing secret, where they make it. */
    secret: z.string().trim().max(500, 'At most 500 characters.').default(''),
    isSigned: checkbox,
    ...Object.fromEntries(
      Object.keys(fieldMappingSchema.shape).map((field) => [`map.${field}`, z.string().max(500).default('')]),
    ),
  })
  .transform((form, context) => {
    const { kind, name, secret, isSigned } = form;
    const base = { kind, name: name || hookKindNames[kind], secret, isSigned, mapping: null };
    if (kind !== 'generic') return base;
    const fields = Object.fromEntries(
      Object.entries(form).flatMap(([field, value]) =>
        field.startsWith('map.') ? [[field.slice('map.'.length), value || undefined]] : [],
      ),
    );
    const mapping = fieldMappingSchema.safeParse(fields);
    if (mapping.success) return { ...base, mapping: mapping.data };
    for (const issue of mapping.error.issues) {
      const message = issue.code === 'invalid_type' ? 'Say where in the body it stands.' : issue.message;
      context.addIssue({ code: 'custom', path: [`map.${issue.path.join('.')}`], message });
    }
    return z.NEVER;
  });
export type HookForm = z.output<typeof hookFormSchema>;

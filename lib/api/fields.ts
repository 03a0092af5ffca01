import { z } from 'zod';
import { normalisePhone } from '@/lib/accounts/normalise-phone';
import { isCurrency } from '@/lib/core/money';
import { findTimeFault } from '@/lib/core/plausible-time';
import { isVisible } from '@/lib/core/visible-text';
import { toStorable } from '@/lib/feedback/to-storable';

/** Items a request may carry. */
export const MOST_ITEMS = 1000;

/** A text as the database can hold it. */
export const text = (mostCharacters: number) =>
  z
    .string()
    .min(1)
    .max(mostCharacters)
    .refine((written) => written === '' || isVisible(written), 'It is blank.')
    .transform(toStorable);

export const externalId = text(500).describe(
  'Your own key. The same key of the same source again adds nothing: what was sent first stays as it is, whatever the item says now; one with another text or score is refused.',
);
/** When something was said or done. */
export const time = z.iso.datetime({ offset: true }).transform((written, context) => {
  const read = new Date(written);
  const fault = findTimeFault(read, new Date());
  if (fault === null) return read;
  context.addIssue({ code: 'custom', message: `It ${fault}.` });
  return z.NEVER;
});
export const day = z.iso.date().transform((written) => new Date(written));
export const email = z
  .email({ pattern: z.regexes.unicodeEmail })
  .max(320)
  .transform((written) => toStorable(written).toLowerCase());
export const currency = z
  .string()
  .transform((written) => written.toUpperCase())
  .refine(isCurrency, 'It is no currency code of ISO 4217, such as EUR.')
  .describe('Currency code of ISO 4217, such as EUR.');
export const cents = z
  .int()
  .min(0)
  .describe('In minor units of the currency: cents of EUR, whole units of JPY, thousandths of KWD.');

const MOST_CUSTOM_FIELDS = 50;

export const customFields = z
  .record(
    z.string().min(1).max(100).transform(toStorable),
    z.union([z.string().max(2000), z.number(), z.boolean()]).transform((value) => toStorable(String(value))),
  )
  .refine(
    (fields) => Object.keys(fields).length <= MOST_CUSTOM_FIELDS,
    `It has more than ${MOST_CUSTOM_FIELDS} fields.`,
  )
  .describe('Whatever else your system knows, by name; kept as text.');

/** The same of what can be changed later: null takes a field away. */
export const clearableFields = z
  .record(
    z.string().min(1).max(100).transform(toStorable),
    z
      .union([z.string().max(2000), z.number(), z.boolean()])
      .transform((value) => toStorable(String(value)))
      .nullable(),
  )
  .refine(
    (fields) => Object.keys(fields).length <= MOST_CUSTOM_FIELDS,
    `It has more than ${MOST_CUSTOM_FIELDS} fields.`,
  )
  .describe('Whatever else your system knows, by name; kept as text. Null takes a field away.');

/** The account that something is from; made with its key as its name where it is not known yet. */
export const accountReference = z
  .strictObject({
    externalId: text(500).describe('Your own key of the account.'),
    name: text(500).optional().describe('Used where the account is not known yet.'),
  })
  .describe('The company it is from.');

/** The person that something is from. */
export const contactReference = z
  .strictObject({
    externalId: text(500).optional().describe('Your own key of the person.'),
    email: email.optional(),
    phone: text(40)
      .optional()
      .describe(
        'With its country, such as +49 30 123456. Recognises who is known by nothing else; of others it is kept.',
      ),
    name: text(500).optional(),
  })
  .refine(
    (person) => Boolean(person.externalId ?? person.email) || normalisePhone(person.phone ?? '') !== null,
    {
      error: 'It names nobody. Give externalId, email, or a phone number with its country.',
    },
  )
  .describe('The person it is from, by externalId, email or both, or by phone alone.');

export const sourceName = text(100)
  .default('API')
  .describe(
    'The system the items come from; API unless given. External ids are unique within a source, so two systems may use the same.',
  );

/** A time in an answer. */
export const writtenTime = z.iso.datetime();
export const writtenDay = z.iso.date();

/** Custom fields in an answer. Older rows may hold what is no text. */
export const writtenCustom = z.record(z.string(), z.coerce.string<string>());

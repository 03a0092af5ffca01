import { z } from 'zod';
import { isCurrency, minorUnitDigits } from '@/lib/core/money';

/** Which field of a CRM holds the annual recurring revenue, and its currency: the CRM's own revenue is the company's. */
export const arrFields = {
  arrField: z
    .string()
    .trim()
    .regex(/^([A-Za-z]\w{0,99})?$/, 'The internal name of a field, such as arr or ARR__c.')
    .default(''),
  arrCurrency: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => code === '' || isCurrency(code), 'Enter a currency code, such as EUR.')
    .default(''),
};

export const arrFormFields = [
  {
    name: 'arrField',
    label: 'Field with the ARR',
    hint: 'Its internal name. Empty: the ARR here is left alone.',
    type: 'text',
    isOptional: true,
  },
  { name: 'arrCurrency', label: 'Currency of the ARR', hint: 'Such as EUR.', type: 'text', isOptional: true },
] as const;

/** The ARR out of a CRM's field, in minor units; nothing where there is none to be had. */
export function readArr(
  value: unknown,
  { arrField, arrCurrency: currency }: { arrField: string; arrCurrency: string },
): { arrCents: number; currency: string } | Record<string, never> {
  if (!arrField || !currency || value === null || value === undefined || value === '') return {};
  const arrCents = Math.round(Number(value) * 10 ** minorUnitDigits(currency));
  return Number.isSafeInteger(arrCents) && arrCents >= 0 ? { arrCents, currency } : {};
}

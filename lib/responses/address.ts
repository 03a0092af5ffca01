import { z } from 'zod';

/** The query of an address as Next.js hands it to a page. */
export const addressSchema = z.object({}).catchall(z.union([z.string(), z.array(z.string())]).optional());
export type Address = z.infer<typeof addressSchema>;

/** A UTC day in an address, "2026-10-31". Postgres has no year 0. */
export const dayInAddress = z.iso.date().refine((day) => day >= '0001');

/** Words in an address. Postgres text holds no NUL. */
export const wordsInAddress = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((words) => !words.includes('\u0000'));

/** A trait and its value, "plan_code=pro". */
export const traitInAddress = wordsInAddress.refine((words) => words.indexOf('=') > 0);

/** The name and the value of a trait in an address: a value may hold "=", too. */
export function splitTrait(trait: string): { name: string; value: string } {
  const cut = trait.indexOf('=');
  return { name: trait.slice(0, cut), value: trait.slice(cut + 1) };
}

/** Begins the name of a field that is the account's, "@region=North"; the names of hidden fields do not. */
export const ACCOUNT_FIELD = '@';

/** The field of accounts that the name in a trait means; null for a field of the response itself. */
export function accountFieldOf(name: string): string | null {
  return name.startsWith(ACCOUNT_FIELD) ? name.slice(ACCOUNT_FIELD.length) : null;
}

/** A trait as people read it. */
export function sayTrait(trait: string): string {
  return trait.startsWith(ACCOUNT_FIELD) ? trait.slice(ACCOUNT_FIELD.length) : trait;
}

/** The value of a field; one of nothing but blanks is not set. */
export function valueInAddress(address: Address, name: string): string | undefined {
  return [address[name]].flat()[0]?.trim() || undefined;
}

/** Whether an address asks for days whose first comes after their last: between them lies nothing. */
export function hasReversedDays(address: Address): boolean {
  const [from, to] = ['from', 'to'].map((name) => dayInAddress.safeParse(valueInAddress(address, name)).data);
  return from !== undefined && to !== undefined && from > to;
}

/**
 * Reads the fields of a schema from an address. A value that does not fit is named, never dropped in silence: a filter
 * that cannot be read must not widen what is shown. Days in the wrong order are named, too.
 * @returns the fields, or null and the names of those that could not be read.
 */
export function readAddress<Schema extends z.ZodObject>(
  schema: Schema,
  address: Address,
): { fields: z.infer<Schema>; unreadable: [] } | { fields: null; unreadable: string[] } {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = valueInAddress(address, name);
      return value ? [[name, value]] : [];
    }),
  );
  const result = schema.safeParse(given);
  if (result.success && 'from' in given && hasReversedDays(given))
    return { fields: null, unreadable: ['from', 'to'] };
  if (result.success) return { fields: result.data, unreadable: [] };
  return {
    fields: null,
    unreadable: [...new Set(result.error.issues.map((issue) => String(issue.path[0])))],
  };
}

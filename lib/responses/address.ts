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

/**
 * Reads the fields of a schema from an address; an empty one is not set. A value that does not fit is named, never
 * dropped in silence: a filter that cannot be read must not widen what is shown.
 * @returns the fields, or null and the names of those that could not be read.
 */
export function readAddress<Schema extends z.ZodObject>(
  schema: Schema,
  address: Address,
): { fields: z.infer<Schema>; unreadable: [] } | { fields: null; unreadable: string[] } {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = [address[name]].flat()[0];
      return value ? [[name, value]] : [];
    }),
  );
  const result = schema.safeParse(given);
  if (result.success) return { fields: result.data, unreadable: [] };
  return {
    fields: null,
    unreadable: [...new Set(result.error.issues.map((issue) => String(issue.path[0])))],
  };
}

import { z } from 'zod';

/** Keys that some write as numbers and some as texts. */
export const key = z.union([z.string().min(1).max(300), z.number()]).transform(String);
export const time = z
  .string()
  .transform((written) => new Date(written))
  .refine((date) => !Number.isNaN(date.getTime()), 'It is no time.');
/** Seconds since 1970. */
export const unixSeconds = z.number().transform((seconds) => new Date(seconds * 1000));
/** A text that may be absent, null or empty. */
export const words = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);

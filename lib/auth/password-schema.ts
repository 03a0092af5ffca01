import { z } from 'zod';

/** Long enough to resist guessing; no rules on the kinds of characters (NIST SP 800-63B). */
export const passwordSchema = z
  .string('Enter a password.')
  .min(12, 'A password has at least 12 characters. Several words work well.')
  .max(200, 'A password has at most 200 characters.');

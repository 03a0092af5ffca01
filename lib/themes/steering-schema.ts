import { z } from 'zod';
import { themeNameSchema } from '@/lib/themes/schema';

const MOST_TERMS = 100;
const LONGEST_TERM = 80;
const MOST_EXAMPLES = 100;
const LONGEST_EXAMPLE = 500;
const LONGEST_DEFINITION = 1000;

/** One entry a line, without empty and repeated ones. */
function linesSchema(what: string, most: number, longest: number) {
  return z.string().transform((text, context) => {
    const lines = [...new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ')))].filter(
      Boolean,
    );
    const long = lines.findIndex((line) => line.length > longest);
    const problem =
      lines.length > most
        ? `At most ${most} ${what}; these are ${lines.length}.`
        : long >= 0
          ? `Line ${long + 1} has more than ${longest} characters. Shorten it.`
          : null;
    if (problem) {
      context.issues.push({ code: 'custom', message: problem, input: text });
      return z.NEVER;
    }
    return lines;
  });
}

const definition = z
  .string()
  .trim()
  .max(LONGEST_DEFINITION, `At most ${LONGEST_DEFINITION} characters.`)
  .default('');
export const termsSchema = linesSchema('words and phrases', MOST_TERMS, LONGEST_TERM);
export const examplesSchema = linesSchema('examples', MOST_EXAMPLES, LONGEST_EXAMPLE);

/** What a form says of a theme: entries stand one on a line. */
export const steeringSchema = z.object({
  definition,
  includeTerms: termsSchema,
  excludeTerms: termsSchema,
  examples: examplesSchema,
});

export const steerThemeSchema = steeringSchema.extend({ themeId: z.uuid() });

export const createThemeSchema = z.object({
  name: themeNameSchema,
  parentId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  definition,
  includeTerms: termsSchema.prefault(''),
  excludeTerms: termsSchema.prefault(''),
  examples: examplesSchema.prefault(''),
});

export const splitThemeSchema = z.object({
  themeId: z.uuid(),
  name: themeNameSchema,
  includeTerms: termsSchema.refine((lines) => lines.length > 0, 'Say which words set the part apart.'),
});

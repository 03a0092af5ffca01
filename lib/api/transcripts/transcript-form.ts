import { z } from 'zod';

/** What fits into the form of the screen; larger ones go over the API. */
export const MOST_FORM_CHARACTERS = 1_500_000;

export const formSides = ['customer', 'staff', 'skip'] as const;
export const formChannels = ['call', 'chat', 'ticket', 'email', 'other'] as const;

const list = <Each extends z.ZodType>(each: Each) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(each).max(200));

/** The form of Imports, Transcript: first read, then stored with the sides that a person has looked at. */
export const transcriptFormSchema = z
  .object({
    step: z.enum(['read', 'store', 'undo']).default('read'),
    /** Of a stored one that is taken back. */
    conversationId: z.uuid().optional(),
    content: z
      .string()
      .trim()
      .min(1, 'Choose a file, or paste what was said.')
      .max(MOST_FORM_CHARACTERS, 'It is too large for this form. Send it over the API: POST /transcripts.'),
    /** Empty where the file has its own dates. */
    startedAt: z
      .union([
        z.literal('').transform(() => undefined),
        z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'Give the day and time it began, in UTC.')
          .transform((written) => new Date(`${written.slice(0, 16)}:00Z`))
          .refine((date) => !Number.isNaN(date.getTime()), 'Give a day of the calendar.'),
      ])
      .optional(),
    channel: z.enum(formChannels),
    account: z
      .string()
      .trim()
      .max(500)
      .transform((key) => key || undefined),
    /** The speakers as they were read, and on which side each is, in the same order. */
    speaker: list(z.string().max(200)),
    side: list(z.enum(formSides)),
    /** Their addresses, as far as they are known. */
    email: list(z.union([z.literal(''), z.email('Give an address such as ann@example.org, or none.')])),
    takesNameless: z.literal('on').optional().transform(Boolean),
  })
  .refine(({ speaker, side }) => speaker.length === side.length, 'Read the transcript again.')
  .refine(
    ({ speaker, email }) => email.length === 0 || speaker.length === email.length,
    'Read the transcript again.',
  );

export type TranscriptForm = z.output<typeof transcriptFormSchema>;

/** A transcript as the screen shows it before it is stored. */
export interface TranscriptPreview {
  format: string;
  speakers: {
    name: string;
    side: (typeof formSides)[number];
    by: string;
    turns: number;
    first: string;
    /** Where the file tells it. */
    email: string;
  }[];
  /** Whether it tells when it began. */
  hasDates: boolean;
  /** Turns without a speaker. */
  nameless: number;
  skipped: { line: number; reason: string }[];
  skippedCount: number;
}

export type TranscriptOutcome =
  | { preview: TranscriptPreview; stored: null }
  | {
      preview: null;
      stored: {
        statements: number;
        isNew: boolean;
        /** It was stored before with other sides, and is now stored with these. */
        isCorrected: boolean;
        conversationId: string;
      };
    }
  | { preview: null; stored: null; undone: number };

import { z } from 'zod';

/** What goes when a person is erased: all of it, or only what tells who they are. */
export const erasureExtents = ['everything', 'identity'] as const;
export type ErasureExtent = (typeof erasureExtents)[number];

export const eraseFormSchema = z.object({
  contactId: z.uuid(),
  extent: z.enum(erasureExtents, { error: 'Choose what is erased.' }),
});

export const findPeopleFormSchema = z.object({
  sought: z
    .string()
    .trim()
    .min(1, 'Enter an e-mail address, phone number, identifier or full name.')
    .max(320, 'At most 320 characters.'),
});

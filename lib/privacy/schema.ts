import { z } from 'zod';

/** What goes when a person is erased: all of it, or only what tells who they are. */
export const erasureExtents = ['everything', 'identity'] as const;
export type ErasureExtent = (typeof erasureExtents)[number];

export const eraseFormSchema = z.object({
  contactId: z.uuid(),
  extent: z.enum(erasureExtents, { error: 'Choose what is erased.' }),
});

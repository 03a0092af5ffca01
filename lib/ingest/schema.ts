import { z } from 'zod';
import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import { ENCODINGS } from '@/lib/ingest/csv/file-format';
import type { MappingGuess } from '@/lib/ingest/csv/mapping';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';

/** What was found in an uploaded file: enough to draw the mapping screen again without reading it. */
export const importProfileSchema = z.object({
  encoding: z.object({
    encoding: z.enum(ENCODINGS),
    confidence: z.enum(['certain', 'likely']),
    why: z.string(),
  }),
  dialect: mappingSchema.shape.dialect,
  header: z.array(z.string()),
  sampleRows: z.array(z.array(z.string())),
  columns: z.array(z.custom<ColumnProfile>()),
  guess: z.custom<MappingGuess>(),
});
export type ImportProfile = z.infer<typeof importProfileSchema>;

export const importStatusNames = {
  uploaded: 'Waiting for its columns',
  queued: 'Waiting to start',
  running: 'Running',
  cancelling: 'Stopping',
  cancelled: 'Cancelled',
  succeeded: 'Done',
  failed: 'Failed',
  undoing: 'Being undone',
  undone: 'Undone',
} as const;
export type ImportStatus = keyof typeof importStatusNames;

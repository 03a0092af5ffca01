import { z } from 'zod';
import { writtenTime } from '@/lib/api/fields';
import { defineListOperation } from '@/lib/api/list-operation';
import { findSurveyRecords } from '@/lib/api/readings/find-survey-records';
import { metrics } from '@/lib/responses/schema';

const surveyRecordSchema = z
  .object({
    id: z.uuid(),
    key: z.string().describe('What POST /responses names it by.'),
    name: z.string(),
    metric: z.enum(metrics).nullable(),
    state: z.enum(['draft', 'running', 'closed', 'imported']),
    createdAt: writtenTime,
    questions: z
      .array(
        z.object({ key: z.string(), kind: z.string(), text: z.string(), metric: z.enum(metrics).nullable() }),
      )
      .describe('Of the version that is asked now.'),
  })
  .meta({ id: 'Survey' });
export type SurveyRecord = z.input<typeof surveyRecordSchema>;

export const listSurveys = defineListOperation({
  id: 'listSurveys',
  path: '/surveys',
  tag: 'Surveys',
  summary: 'List surveys, the newest first',
  description: 'With what they ask. Archived ones are left out.',
  right: 'surveys:read',
  filter: {},
  row: surveyRecordSchema,
  find: findSurveyRecords,
});

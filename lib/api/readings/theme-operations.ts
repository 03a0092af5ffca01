import { z } from 'zod';
import { defineListOperation } from '@/lib/api/list-operation';
import { findThemeRecords } from '@/lib/api/readings/find-theme-records';

const themeRecordSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    definition: z.string(),
    keywords: z.array(z.string()),
    parentId: z.uuid().nullable().describe('The theme it is a part of.'),
    isLocked: z.boolean(),
    statements: z.int().describe('Statements that mention it, as GET /feedback?theme= lists them.'),
  })
  .meta({ id: 'Theme' });
export type ThemeRecord = z.input<typeof themeRecordSchema>;

export const listThemes = defineListOperation({
  id: 'listThemes',
  path: '/themes',
  tag: 'Themes',
  summary: 'List themes',
  description: 'Themes that hold today: not those merged into others, set aside or withdrawn.',
  right: 'themes:read',
  filter: {},
  row: themeRecordSchema,
  find: findThemeRecords,
});

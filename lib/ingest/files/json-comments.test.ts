import { describe, expect, it } from 'vitest';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { guessMapping } from '@/lib/ingest/csv/mapping';
import { previewTable } from '@/lib/ingest/files/preview-table';

describe.runIf(hasShapes('JSON of vendors'))('the comment of JSON that vendors export', () => {
  it.each([
    ['intercom_conversation.json', 'source.body'],
    ['medallia_text_analytics.json', 'comment'],
    ['zendesk_satisfaction_ratings.json', 'comment'],
    ['g2_survey_responses.json', 'What do you dislike?'],
    ['google_play_reviews.json', 'comments.userComment.text'],
  ])('of %s is %s, never JSON', async (name, text) => {
    const { header, rows } = await previewTable(shapeFile(name), null);
    const { columns } = guessMapping(profileColumns(header, rows), 'feedback');
    expect(columns.find(({ field }) => field === 'text')?.column).toBe(text);
  });

  it('of a conversation holds nothing that staff answered, and neither does an extra field', async () => {
    const { header, rows } = await previewTable(shapeFile('intercom_conversation.json'), null);
    const { columns } = guessMapping(profileColumns(header, rows), 'feedback');
    const kept = columns.map(({ column }) => rows[0]?.[header.indexOf(column)]).join(' ');
    expect(rows[0]?.join(' ')).toContain('Okay!');
    expect(kept).not.toContain('Okay!');
  });
});

import { describe, expect, it } from 'vitest';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { guessSurveyMapping } from '@/lib/ingest/files/guess-survey';
import { previewTable } from '@/lib/ingest/files/preview-table';
import { recogniseExport } from '@/lib/ingest/files/survey-exports';

/** Columns by field, of an export with these columns and rows. */
function guess(header: string[], rows: string[][]) {
  const found = recogniseExport(header);
  if (!found) return null;
  const { columns } = guessSurveyMapping(profileColumns(header, rows), found);
  const byField: Record<string, string[]> = {};
  for (const { field, column } of columns)
    if (field !== 'custom') byField[field] = [...(byField[field] ?? []), column];
  return { tool: found.tool, fields: byField };
}

const day = (n: number) => `2026-03-${String((n % 28) + 1).padStart(2, '0')} 10:00:00`;
const words = (n: number) => `It took ${n} minutes to load the export today.`;
const rowsOf = (make: (n: number) => string[]) => Array.from({ length: 30 }, (_, n) => make(n));

describe('survey exports told by their columns', () => {
  it('Qualtrics, with its questions one by one', () => {
    const header =
      'StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,RecipientEmail,ExternalReference: External Data Reference,Q1: How likely are you to recommend us?,Q2: Why?,Q3: What is missing?,Q4: How satisfied are you with support?,Q5: Which do you use?,Q2 - Topics'.split(
        ',',
      );
    const rows = rowsOf((n) => [
      day(n),
      day(n),
      '0',
      '1.2.3.4',
      '100',
      '1',
      day(n),
      `R_${n}x`,
      `a${n}@acme.test`,
      `u${n}`,
      String(n % 11),
      words(n),
      words(n + 1),
      String((n % 5) + 1),
      ['Web', 'App'][n % 2] ?? '',
      'Speed',
    ]);
    expect(guess(header, rows)).toEqual({
      tool: 'Qualtrics',
      fields: {
        occurredAt: ['RecordedDate'],
        externalId: ['ResponseId'],
        contactEmail: ['RecipientEmail'],
        contactExternalId: ['ExternalReference: External Data Reference'],
        npsScore: ['Q1: How likely are you to recommend us?'],
        answerText: ['Q2: Why?', 'Q3: What is missing?'],
        csatScore: ['Q4: How satisfied are you with support?'],
        answerChoice: ['Q5: Which do you use?'],
      },
    });
  });

  it('Typeform and Formbricks files; one open question with a score is a plain comment', () => {
    const typeform = guess(
      [
        '#',
        'How likely are you to recommend us?',
        'Why?',
        'Response Type',
        'Start Date (UTC)',
        'Submit Date (UTC)',
        'Network ID',
      ],
      rowsOf((n) => [`t0k3n${n}a`, String(n % 11), words(n), 'completed', day(n), day(n), 'abc']),
    );
    expect(typeform).toEqual({
      tool: 'Typeform',
      fields: {
        externalId: ['#'],
        npsScore: ['How likely are you to recommend us?'],
        text: ['Why?'],
        occurredAt: ['Submit Date (UTC)'],
      },
    });
    const formbricks = guess(
      [
        'No.',
        'Response ID',
        'Timestamp',
        'Finished',
        'Survey ID',
        'User ID',
        'Tags',
        '1. How easy was it?',
        '2. Why?',
        '3. What else?',
      ],
      rowsOf((n) => [
        String(n),
        `c${n}lx`,
        day(n),
        'true',
        's1',
        `u${n}`,
        '',
        String((n % 7) + 1),
        words(n),
        words(n + 2),
      ]),
    );
    expect(formbricks).toMatchObject({
      tool: 'Formbricks',
      fields: {
        externalId: ['Response ID'],
        contactExternalId: ['User ID'],
        cesScore: ['1. How easy was it?'],
        answerText: ['2. Why?', '3. What else?'],
      },
    });
  });

  it('Qualtrics’ words beside a choice, groups and several choices in one cell', () => {
    const header = [
      'StartDate,EndDate,Finished,RecordedDate,ResponseId,Q1_NPS_GROUP: How likely… - Group'.split(','),
      ['Q5: Which do you use?', 'Q5_4_TEXT: Which do you use? - Other - Text'],
    ].flat();
    const sets = ['Reports', 'Reports,Exports', 'Exports', 'Other'];
    const rows = rowsOf((n) => [
      ...[day(n), day(n), '1', day(n), `R_${n}x`, ['Promoter', 'Detractor'][n % 2] ?? ''],
      ...[sets[n % 4] ?? '', n % 4 === 3 ? 'API' : ''],
    ]);
    const found = recogniseExport(header);
    const { columns } = guessSurveyMapping(
      profileColumns(header, rows),
      found ?? { tool: '', uses: new Map() },
    );
    const of = (name: string) => columns.find(({ column }) => column.startsWith(name));
    expect(of('Q5:')).toMatchObject({ field: 'answerChoice', options: { listSign: ',' } });
    expect(of('Q5_4_TEXT')).toMatchObject({ field: 'answerText' });
    expect(of('Q1_NPS_GROUP')).toMatchObject({ field: 'custom' });
  });

  it('what Delighted and Formbricks note of the device is no answer', () => {
    const delighted = [
      'Score',
      'Comment',
      'Created at',
      'Survey Type',
      'Delighted Source',
      'Delighted Browser',
    ];
    const found = recogniseExport(delighted);
    expect(delighted.slice(4).map((name) => found?.uses.get(name))).toEqual(['custom', 'custom']);
    const formbricks = ['Response ID', 'Timestamp', 'Finished', 'Survey ID', 'Device', 'Country'];
    const other = recogniseExport(formbricks);
    expect(formbricks.slice(4).map((name) => other?.uses.get(name))).toEqual(['custom', 'custom']);
  });

  it('none where the columns are those of any file', () => {
    expect(recogniseExport(['id', 'date', 'comment', 'score'])).toBeNull();
    expect(recogniseExport(['survey_id', 'text', 'date'])).toBeNull();
  });
});

describe.runIf(hasShapes('sample exports'))('sample exports', () => {
  it.each([
    ['qualtrics_export.csv', 'Qualtrics', ['Q1: How likely are you to recommend us?', 'Q2: Why?']],
    [
      'surveymonkey_condensed.csv',
      'SurveyMonkey',
      [
        'How likely is it that you would recommend us to a friend or colleague?: Score',
        'What is the main reason for your score?: Open-Ended Response',
      ],
    ],
    ['typeform_webhook.json', 'Typeform', ['How likely…?', 'r2']],
    ['delighted_survey_responses.json', 'Delighted', ['score', 'What specifically did you enjoy?']],
    ['posthog_survey_sent.json', 'PostHog', ['How likely…?']],
    ['formbricks_hub_feedback_record.json', 'Formbricks', ['nps', 'submission_id']],
  ])('%s is of %s', async (name, tool, columns) => {
    const { header } = await previewTable(shapeFile(name), null);
    expect(recogniseExport(header)?.tool).toBe(tool);
    expect(header).toEqual(expect.arrayContaining(columns));
  });
});

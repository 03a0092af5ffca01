import { describe, expect, it } from 'vitest';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { guessMapping } from '@/lib/ingest/csv/mapping';
import { findScaleDoubts } from '@/lib/ingest/csv/scales';
import { guessSurveyMapping } from '@/lib/ingest/files/guess-survey';
import { findUnnamedSurvey } from '@/lib/ingest/files/unnamed-survey';

const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const sentence = (n: number) => `It took ${n} minutes to load the export today.`;

function find(header: string[], make: (n: number) => string[]) {
  const profiles = profileColumns(header, range(30).map(make));
  const survey = findUnnamedSurvey(profiles, guessMapping(profiles, 'feedback').columns);
  return { survey, profiles, mapping: survey && guessSurveyMapping(profiles, survey) };
}

describe('a survey of no known tool', () => {
  it('is mapped question by question, however many there are', () => {
    const header = [
      ...['Response ID', 'Submitted at', 'Email', 'Team'],
      ...range(30).map((n) => `Rate feature ${n}`),
      ...range(30).map((n) => `What about feature ${n}?`),
    ];
    const { survey, mapping } = find(header, (n) => [
      ...[`r-${n}00`, `2026-03-${String((n % 28) + 1).padStart(2, '0')}`, `a${n}@acme.test`],
      ['Sales', 'Support'][n % 2] ?? '',
      ...range(30).map((at) => String(((n + at) % 5) + 1)),
      ...range(30).map((at) => sentence(n + at)),
    ]);
    expect(survey).toMatchObject({ openQuestions: 30, ratings: 30 });
    const counts: Record<string, number> = {};
    for (const { field } of mapping?.columns ?? []) counts[field] = (counts[field] ?? 0) + 1;
    expect(counts).toEqual({
      ...{ externalId: 1, occurredAt: 1, contactEmail: 1, custom: 1 },
      ...{ rating: 30, answerText: 30 },
    });
  });

  it('takes the scale that a question asks on', () => {
    const header = [
      'Time',
      'How likely are you to recommend us?',
      'How satisfied are you?',
      'Why is that so?',
    ];
    const { mapping } = find(header, (n) => [
      ...[
        `2026-03-${String((n % 28) + 1).padStart(2, '0')}`,
        String(n % 11),
        String((n % 5) + 1),
        sentence(n),
      ],
    ]);
    expect(mapping?.columns.map(({ field }) => field)).toEqual([
      ...['occurredAt', 'npsScore', 'csatScore', 'text'],
    ]);
  });

  it('takes no score for one of another scale, keeps it on its own, and asks where nothing tells', () => {
    const words = ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'];
    const agreement = ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'];
    const asked: [string, (n: number) => string, string][] = [
      ['How good was the meal (1-7)?', (n) => String((n % 5) + 1), 'scaleScore'],
      ['How good was the room?', (n) => String(n % 11), 'answerChoice'],
      ['How good was it on a scale of 1 to 10?', (n) => String((n % 5) + 1), 'scaleScore'],
      ['How likely are you to recommend us (1 = no, 5 = yes)?', (n) => String((n % 5) + 1), 'rating'],
      ['How easy was it (1-7)?', (n) => String((n % 5) + 1), 'cesScore'],
      ['How easy was it to pay (0 - 10)?', (n) => String(n % 11), 'scaleScore'],
      ['How was your stay?', (n) => `${(n % 5) + 1}/5`, 'rating'],
      ['And the staff of the hotel?', (n) => `${(n % 5) + 1} stars`, 'rating'],
      ['What about our prices?', (n) => words[n % 5] ?? '', 'csatScore'],
      ['It helps me', (n) => agreement[n % 4] ?? '', 'answerChoice'],
      ['Happy %', (n) => `${(n * 37) % 101}%`, 'custom'],
      ['How was the pool of the hotel?', (n) => String((n % 4) + 1), 'rating'],
    ];
    const { mapping, profiles } = find(['Email', ...asked.map(([name]) => name)], (n) => [
      ...[`a${n}@acme.test`, ...asked.map(([, value]) => value(n))],
    ]);
    const fields = new Map(mapping?.columns.map(({ column, field }) => [column, field]));
    for (const [name, , field] of asked) expect([name, fields.get(name)]).toEqual([name, field]);
    const doubts = findScaleDoubts(profiles, mapping?.columns ?? []);
    expect(doubts.map(({ scale, field }) => `${scale.low}-${scale.high} ${field}`)).toEqual([
      ...['0-10 null', '0-100 null', '1-4 rating'],
    ]);
  });

  it.each([
    [['id', 'created at', 'subject', 'description', 'agent reply'], 'tickets'],
    [['id', 'date', 'title', 'body', 'rating'], 'reviews'],
    [['date', 'comment', 'score'], 'comments'],
    [['date', 'comment', 'resolution', 'internal notes', 'summary of the agent'], 'what staff wrote'],
  ])('is not seen in %j: %s', (header) => {
    const { survey } = find(header, (n) =>
      header.map((name) => {
        if (/date|created/.test(name)) return `2026-03-${String((n % 28) + 1).padStart(2, '0')}`;
        if (name === 'id') return `t-${n}00`;
        return /score|rating/.test(name) ? String((n % 5) + 1) : sentence(n);
      }),
    );
    expect(survey).toBeNull();
  });

  it('is not seen in what a program nested and counted', () => {
    const header = [
      'id',
      'created at',
      'source.body',
      'stats.reopens',
      'stats.replies',
      'parts count',
      'seats no',
    ];
    const { survey } = find(header, (n) => [
      ...[`c-${n}00`, `2026-03-${String((n % 28) + 1).padStart(2, '0')}`, sentence(n)],
      ...range(4).map((at) => String(((n + at) % 5) + 1)),
    ]);
    expect(survey).toBeNull();
  });

  it('is not seen without a respondent or a time', () => {
    const { survey } = find(['What is good here?', 'What is bad here?', 'What is missing here?'], (n) => [
      ...[sentence(n), sentence(n + 1), sentence(n + 2)],
    ]);
    expect(survey).toBeNull();
  });
});

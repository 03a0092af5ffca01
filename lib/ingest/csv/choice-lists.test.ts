import { describe, expect, it } from 'vitest';
import { compileFeedbackMapping } from './apply-mapping';
import { findListSign, splitChoices } from './choice-lists';
import { mappingSchema } from './mapping-schema';

describe('several choices in one cell', () => {
  it.each([
    [['Reports', 'Reports,Exports', 'Exports,Alerts', 'Alerts'], ','],
    [['Reports; Exports', 'Exports', 'Reports'], ';'],
    [['Yes, always', 'No, never', 'Yes'], null],
    [['1,000', '1,500', '500'], null],
    [['It is slow,and it breaks', 'Nothing,really'], null],
    [['Reports', 'Exports'], null],
    [[], null],
  ])('%j are parted by %j', (values, sign) => {
    expect(findListSign(values)).toBe(sign);
  });

  it('are answers of their own to one question', () => {
    const mapping = mappingSchema.parse({
      ...{ target: 'feedback', encoding: 'utf-8' },
      dialect: {
        ...{ delimiter: ',', quote: '"', recordDelimiter: '\n' },
        ...{ hasSepLine: false, hasHeader: true, subHeaderRows: 0 },
      },
      columns: [
        { field: 'answerChoice', column: 'Which?', options: { listSign: ',' } },
        { field: 'answerText', column: 'Why?' },
      ],
    });
    const read = compileFeedbackMapping(mapping, ['Which?', 'Why?']);
    expect(read(['Reports,Exports', 'Fast,and small'])).toMatchObject({
      ok: {
        answers: [
          { question: 'Which?', choices: ['Reports', 'Exports'] },
          { question: 'Why?', text: 'Fast,and small' },
        ],
      },
    });
  });

  it('come apart without blanks', () => {
    expect(splitChoices('Reports,Fast, cheap,,Exports', ',')).toEqual(['Reports', 'Fast, cheap', 'Exports']);
    expect(splitChoices('a; b ;c;', ';')).toEqual(['a', 'b', 'c']);
  });
});

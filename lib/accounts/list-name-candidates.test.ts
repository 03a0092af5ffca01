import { describe, expect, it } from 'vitest';
import { listNameCandidates } from './list-name-candidates';

describe('listNameCandidates', () => {
  it.each([
    ['I told Ødegaard Xu so.', 'Ødegaard Xu'],
    ['maria lopez called me', 'Maria Lopez'],
    ['MARIA LOPEZ', 'Maria Lopez'],
    ['Maria Lopez', 'MARIA LOPEZ'],
    ['Maria Lopez', 'maria lopez'],
    ['anne-marie o’brien', 'Anne-Marie O’Brien'],
    ['habló maria de la cruz', 'Maria de la Cruz'],
    ['Ask\u00a0Zeynep\u00a0Kılıçdaroğlu.', 'Zeynep Kılıçdaroğlu'],
    ['تحدثت مع محمد علي اليوم', 'محمد علي'],
    ['שלחתי לדוד כהן', 'דוד כהן'],
    ['我和王小明通话了', '王小明'],
    ['田中太郎さん', '田中 太郎'],
    ['担当のジョン・スミス', 'ジョン スミス'],
    ['김민수가 전화했어요', '김민수'],
  ])('asks for whom %s may speak of', (text, name) => {
    expect(listNameCandidates(text)).toContain(name);
  });

  it('asks for few where no name is written', () => {
    const text =
      'the export of our monthly report was slow again and nobody in your team could tell us when it will be faster';
    expect(listNameCandidates(text).size).toBeLessThan(20);
  });
});

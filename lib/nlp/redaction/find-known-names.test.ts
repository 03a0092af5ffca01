import { describe, expect, it } from 'vitest';
import { redactPersonalData } from '../redact';
import { compileKnownNames } from './known-names';

const knownNames = compileKnownNames([
  'Maria Lopez',
  'May Grant',
  'Will Price',
  'Zeynep Kılıçdaroğlu',
  'María de la Cruz',
  'John F. Xander',
  '王小明',
  '李娜',
  '田中 太郎',
  'ジョン・スミス',
  '김민수',
  'محمد علي',
  'דוד כהן',
  'สมชาย ใจดี',
  'Анна Петрова',
]);
const redact = (text: string) => redactPersonalData(text, { knownNames }).text;

describe('findKnownNames', () => {
  it.each([
    ['maria lopez called me', '[name] called me'],
    ['Told MARIA LOPEZ and maria Lopez.', 'Told [name] and [name].'],
    ['i asked maria about it', 'i asked [name] about it'],
    ['The one who helped was maria.', 'The one who helped was [name].'],
    ['Spoke with zeynep kılıçdaroğlu', 'Spoke with [name]'],
    ['habló maria de la cruz conmigo', 'habló [name] conmigo'],
    ['John F. Xander, john f xander', '[name], [name]'],
    ['我和王小明通话了，王先生很好', '我和[name]通话了，[name]先生很好'],
    ['李娜没有回复', '[name]没有回复'],
    ['田中太郎さんと田中 太郎、田中さん', '[name]さんと[name]、[name]さん'],
    ['担当のジョン・スミスは親切', '担当の[name]は親切'],
    ['김민수가 전화했어요', '[name]가 전화했어요'],
    ['تحدثت مع محمد علي اليوم ومحمد علي', 'تحدثت مع [name] اليوم و[name]'],
    ['דיברתי עם דוד כהן, לדוד כהן', 'דיברתי עם [name], ל[name]'],
    ['คุณสมชาย ใจดีช่วยฉัน', 'คุณ[name]ช่วยฉัน'],
    ['анна петрова помогла', '[name] помогла'],
  ])('finds them in any case and script: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
    expect(redact(expected)).toBe(expected);
  });

  it.each([
    'we may grant access, and will price it',
    'may i ask, will you, the price is a grant',
    '国王和小明星',
    'スミスフィールドのジョンソン',
    'the grant is fine',
  ])('leaves alone what only resembles them: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

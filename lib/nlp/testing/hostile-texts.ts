import { readFileSync } from 'node:fs';
import { dataFile, hasDataSets } from '@/lib/core/testing/data-sets';

/** Reading all of these takes seconds on a busy machine; what is not linear in the text takes minutes. */
export const HOSTILE_TIMEOUT_MS = 60_000;

/** Texts made to break programs, and our own: lone surrogates, right to left, zero width, a megabyte. */
export function listHostileTexts(): string[] {
  const own = [
    '',
    ' \n\t ',
    '\ud800 lone high',
    'lone low \udc00',
    '\u200b\u200b\u200d',
    'שירות מצוין אבל יקר מאוד. תודה!',
    'الخدمة ممتازة لكن السعر مرتفع جدا.',
    '很好，但是太贵了。谢谢！',
    'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u036b\u0357\u0334\u0362\u0335\u031c\u0330\u0354',
    '👩‍👩‍👧‍👦'.repeat(500),
    'a'.repeat(100_000),
    '1'.repeat(100_000),
    '1 '.repeat(50_000),
    '(0'.repeat(50_000),
    '@'.repeat(100_000),
    'a@'.repeat(50_000),
    'GB29 '.repeat(20_000),
    '0999 9999 999 '.repeat(7_000),
    'not but very '.repeat(8_000),
    'Dr. '.repeat(25_000),
    'a b c but '.repeat(10_000),
    '😀'.repeat(50_000),
    'Slow. '.repeat(20_000),
    'slow and cold '.repeat(75_000),
    'Mr. '.repeat(25_000),
    'Sarah '.repeat(20_000),
    'Aa B. '.repeat(20_000),
    'Ann, '.repeat(20_000),
    '12 Rue de la '.repeat(8_000),
    'Via De La Rua 1 '.repeat(6_000),
    `${'Aa'.repeat(40_000)}straße 5`,
    '1.2.3.'.repeat(20_000),
    'a:1:'.repeat(20_000),
    'AB12 '.repeat(20_000),
    'DE89-. '.repeat(20_000),
    '(at)a.aa'.repeat(20_000),
    'a dot a at '.repeat(10_000),
    '"a b" "@'.repeat(15_000),
    '１\u200b'.repeat(50_000),
    '612 345 678 '.repeat(8_000),
    '98765 43210 '.repeat(8_000),
    '91-123-45-67-'.repeat(8_000),
    '912-345-678-01 '.repeat(7_000),
    'passport no is '.repeat(8_000),
    '123-'.repeat(25_000),
  ];
  if (!hasDataSets('the hostile texts others collected')) return own;
  const naughty: string[] = JSON.parse(readFileSync(dataFile('naughty_strings/blns.json'), 'utf8'));
  return [...own, ...naughty];
}

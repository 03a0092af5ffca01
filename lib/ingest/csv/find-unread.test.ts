import { expect, it } from 'vitest';
import { profileColumns } from './columns';
import { findUnread, guessMapping } from './mapping';

it('takes start and churned for dates, and says what is named as a field and cannot be read as it', () => {
  const header = ['Account ID', 'Company', 'ARR', 'Start', 'Churned'];
  const rows = Array.from({ length: 12 }, (_, n) => [
    ...[`acc-${n}x`, `Company ${n}`, n % 3 === 0 ? '12000' : 'about twelve'],
    ...[`2024-01-${10 + n}`, n % 4 === 0 ? `2024-06-${10 + n}` : ''],
  ]);
  const profiles = profileColumns(header, rows);
  const { columns } = guessMapping(profiles, 'accounts');
  const fieldOf = (name: string) => columns.find(({ column }) => column === name)?.field;
  expect(['Start', 'Churned', 'ARR'].map(fieldOf)).toEqual(['startedAt', 'churnedAt', 'custom']);
  expect(findUnread('accounts', profiles, columns)).toEqual([{ column: 'ARR', field: 'arr' }]);
});

it('keeps a column called as a date one where some of its few dates cannot be', () => {
  const days = ['2025-01-01', '2026-02-01', '2026-13-45', '2026-03-01'];
  const [profile] = profileColumns(
    ['Customer since'],
    days.map((day) => [day]),
  );
  expect(profile).toMatchObject({
    looksLike: 'date',
    dates: { kind: 'found', format: 'year-month-day' },
  });
});

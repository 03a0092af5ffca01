import { expect, it } from 'vitest';
import { tellRoles } from '@/lib/annotations/person-role';

const person = (id: string, fields: Partial<Parameters<typeof tellRoles>[0][number]>) => ({
  ...{ id, hasLeft: false, statements: 0, positive: 0, negative: 0, npsScore: null },
  ...fields,
});

it('tells supporters, critics and the one champion', () => {
  const people = [
    person('nine', { npsScore: 9, positive: 1 }),
    person('ten', { npsScore: 10 }),
    person('gone', { npsScore: 10, hasLeft: true }),
    person('passive', { npsScore: 8, statements: 2, positive: 2 }),
    person('warm', { statements: 5, positive: 3 }),
    person('cold', { statements: 5, negative: 4 }),
    person('six', { npsScore: 6, statements: 9, positive: 9 }),
  ];
  expect(Object.fromEntries(tellRoles(people))).toEqual({
    ten: 'champion',
    nine: 'supporter',
    warm: 'supporter',
    cold: 'critic',
    six: 'critic',
  });
  expect(tellRoles([person('quiet', {})]).size).toBe(0);
});

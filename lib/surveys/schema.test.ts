import { expect, it } from 'vitest';
import { definitionSchema } from '@/lib/surveys/schema';
import { makeTemplate } from '@/lib/surveys/templates';

const nps = makeTemplate('nps');
const isTaken = (changes: object) => definitionSchema.safeParse({ ...nps, ...changes }).success;
const leadsTo = (redirectUrl: string) => isTaken({ thanks: { ...nps.thanks, redirectUrl } });

it('leads people on to https alone', () => {
  expect(['', 'https://example.org/thanks?x=1'].map(leadsTo)).toEqual([true, true]);
  const refused = [
    'http://example.org',
    'javascript:alert(1)',
    'https://a:b@example.org',
    '//example.org',
    '/x',
  ];
  expect(refused.filter(leadsTo)).toEqual([]);
});

it('takes hidden fields by names that fit into an address', () => {
  expect(isTaken({ fields: ['utm_source', 'orderId'] })).toBe(true);
  for (const name of ['1a', 'a b', '']) expect(isTaken({ fields: [name] })).toBe(false);
});

it('reads a survey that knows neither', () => {
  const { fields: _, thanks, ...old } = nps;
  expect(definitionSchema.parse({ ...old, thanks: { title: thanks.title } })).toMatchObject({
    fields: [],
    thanks: { redirectUrl: '' },
  });
});

it('keeps no character that neither the database nor a translator’s file can hold', () => {
  const title = 'Thank\u000byou\u0000 \ud800all\ttabs\nlines 👍';
  expect(definitionSchema.parse({ ...nps, thanks: { title } }).thanks.title).toBe(
    'Thank you  \ufffdall\ttabs\nlines 👍',
  );
});

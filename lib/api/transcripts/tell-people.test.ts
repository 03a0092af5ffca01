import { expect, it } from 'vitest';
import { tellPeople } from '@/lib/api/transcripts/tell-people';

const said = (...speakers: (string | null)[]) =>
  speakers.map((speaker) => ({ speaker, text: 'Slow', startMs: null, endMs: null, at: null, line: 1 }));

it('tells customers apart without their names, and makes people of those who can be recognised', () => {
  const people = tellPeople(said('Zoë Roe', 'Ann <Ann@Acme.example>', '+49 170 1234567', 'Zoë Roe', 'Bo'), {
    people: [{ speaker: 'bo', contact: { externalId: 'b' } }],
    contact: { email: 'nobody@acme.example' },
  });
  expect([...people.values()]).toEqual([
    { label: 'Customer 1', person: null },
    { label: 'Customer 2', person: { name: 'Ann', email: 'ann@acme.example' } },
    { label: 'Customer 3', person: { phone: '+49 170 1234567' } },
    { label: 'Customer 4', person: { name: 'Bo', externalId: 'b' } },
  ]);
});

it('takes the only one for the contact that is given, by the name they have there or else here', () => {
  const contact = { email: 'ann@acme.example' };
  const personOf = (speaker: string, more = {}) =>
    tellPeople(said(speaker), { people: [], contact: { ...contact, ...more } }).get(speaker)?.person;
  expect(personOf('Ann Lee')).toEqual({ ...contact, name: 'Ann Lee' });
  expect(personOf('Ann Lee', { name: 'Ann' })).toEqual({ ...contact, name: 'Ann' });
  expect(personOf('Speaker 1')).toEqual(contact);
  expect(tellPeople(said('Ann', null), { people: [], contact }).get('Ann')?.person).toBeNull();
});

it('goes by what the file tells', () => {
  const details = new Map([['Ann', { name: 'Ann Lee', email: 'ann@acme.example' }]]);
  expect(tellPeople(said('Ann'), { people: [], details }).get('Ann')?.person).toEqual({
    name: 'Ann Lee',
    email: 'ann@acme.example',
  });
});

import { expect, it } from 'vitest';
import { groupDocuments } from './documents';
import { findSurfacePhrases } from './surface-phrases';
import { findWordRoles } from './word-roles';

const rolesOf = (language: string, texts: readonly string[]) =>
  findWordRoles(groupDocuments(texts.map((text, index) => ({ id: String(index), text, language }))));

it('tells things and qualities from doings by the words before them', () => {
  const spanish = rolesOf('es', [
    'La sincronización pierde registros.',
    'Cada noche la sincronización pierde fichas.',
    'Los registros son muy incompletos.',
  ]);
  expect(['sincronización', 'registros', 'incompletos', 'pierde'].map((word) => spanish(word, 'es'))).toEqual(
    ['thing', 'thing', 'quality', 'other'],
  );
  const german = rolesOf('de', ['Der Bericht lädt nie.', 'Dieser Bericht lädt langsam.']);
  expect(german('bericht', 'de')).toBe('thing');
  expect(german('lädt', 'de')).toBe('other');
});

it('lets every word pass where nothing tells', () => {
  expect(rolesOf('pl', ['Synchronizacja gubi dane.'])('gubi', 'pl')).toBe('thing');
});

it('makes phrases of things, with the qualities beside them', () => {
  const texts = [
    'Les prix restent élevés.',
    'Vos prix sont trop élevés.',
    'Des prix élevés, une attente aux caisses.',
    'Les caisses restent fermées.',
  ];
  const roles = rolesOf('fr', texts);
  const found = new Set(
    texts.flatMap((text) => findSurfacePhrases(text, 'fr', roles).map(({ phrase }) => phrase)),
  );
  expect([...found]).toEqual(expect.arrayContaining(['prix élevés', 'attente aux caisses', 'caisses']));
  expect([...found].filter((phrase) => phrase.includes('restent'))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { groupDocuments, type ThemeDocument } from './documents';
import { nameThemes } from './name-themes';
import type { ThemeTexts } from './rank-names';
import { stemWord } from './stem';

const documentsOf = (texts: readonly string[], language = 'en') =>
  groupDocuments(
    texts.map((text, index) => ({ id: String(index), commentId: String(index), text, language })),
  );

/** A theme of these texts whose leading words are given. */
function themeOf(documents: readonly ThemeDocument[], words: readonly string[], language = 'en'): ThemeTexts {
  const keywords = words.map((word) => ({ stem: stemWord(word, language), word }));
  return {
    documents,
    typical: documents,
    keywords,
    weights: new Map(keywords.map(({ stem }, place) => [stem, 1 / (place + 2)])),
  };
}

const elsewhere = documentsOf([
  'The invoice is wrong again.',
  'We love the new dashboard.',
  'Your support answers within minutes.',
  'The price went up by a third.',
]);

function nameOf(texts: readonly string[], words: readonly string[], language = 'en'): string | undefined {
  const documents = documentsOf(texts, language);
  return nameThemes([themeOf(documents, words, language)], [...documents, ...elsewhere])[0];
}

describe('nameThemes', () => {
  it('is of nobody where a theme thanks several people', () => {
    const texts = ['Fatima', 'Tomasz', 'Marcus', 'Mei', 'Carmen', 'Fatima', 'Tomasz', 'Mei'].map(
      (name, index) => `The gold help from ${name} in support is worth the weight, ${index} times.`,
    );
    expect(nameOf(texts, ['fatima', 'tomasz', 'marcus', 'mei', 'gold', 'weight'])).not.toMatch(
      /fatima|tomasz|marcus|mei|carmen/i,
    );
  });

  it('is of nobody where given names that are words too are always large', () => {
    const texts = ['Ravi', 'Ravi', 'Amara', 'Carmen', 'Carmen', 'Amara'].map(
      (name, index) => `${name} was very helpful, ${index} times.`,
    );
    expect(nameOf(texts, ['ravi', 'amara', 'carmen', 'helpful'])).not.toMatch(/ravi|amara|carmen/i);
  });

  it('writes “I” large in a clause that many say', () => {
    const texts = Array.from({ length: 6 }, (_, index) => `Second time I write, ${index + 1} of them.`);
    expect(nameOf(texts, ['second', 'time', 'write'])).toBe('Second time I write');
  });

  it('does not write words of another language as English ones', () => {
    const texts = Array.from(
      { length: 6 },
      (_, index) => `El conector de Dynamics borra campos, ${index} veces.`,
    );
    const words = Array.from({ length: 60 }, (_, index) => `The connector is broken again, ${index} times.`);
    const own = documentsOf(texts, 'es');
    const [name] = nameThemes(
      [themeOf(own, ['conector', 'dynamics', 'campos'], 'es')],
      [...own, ...documentsOf(words)],
    );
    expect(name).toMatch(/conector/i);
  });

  it('says a thing more where a theme has the name already', () => {
    const first = documentsOf(
      Array.from({ length: 6 }, (_, index) => `The delivery was late, ${index} times.`),
    );
    const second = documentsOf([
      'Delivery needs a signature.',
      'Delivery wants my signature.',
      'Delivery without signature.',
      'The delivery asks for a signature.',
    ]);
    const both = [
      themeOf(first, ['delivery', 'late']),
      { ...themeOf(second, ['delivery', 'signature']), parent: 0 },
    ];
    const [whole, part] = nameThemes(both, [...first, ...second, ...elsewhere]);
    expect(part).not.toMatch(/\d/);
    expect(part?.toLowerCase()).toContain('signature');
    expect(part).not.toBe(whole);
  });

  it('takes the one thing of a language without a tagger, and no number of a single case', () => {
    const texts = Array.from({ length: 8 }, (_, index) =>
      index % 2
        ? `El envío llegó con ${index} días de retraso.`
        : `El envío tardó ${index} semanas en venir.`,
    );
    expect(nameOf(texts, ['envío', 'llegó', 'tardó'], 'es')).toBe('Envío');
    const waits = texts.map((text) => `${text} 19 minutos de espera.`);
    expect(nameOf(waits, ['minutos', 'espera', 'llegó'], 'es')).not.toMatch(/19/);
  });

  it('prefers the thing to the names of those who have it', () => {
    const texts = [
      'The Zoho CRM sync dropped contacts.',
      'The Zoho CRM sync lost records.',
      'Every night Zoho CRM loses deals.',
      'Last week the CRM sync stopped.',
      'Our Salesforce contacts are gone after the sync.',
      'The Pipedrive sync lost two deals.',
      'The HubSpot sync lost our contacts.',
      'Your CRM sync loses data.',
      'Since Monday the CRM sync is broken.',
      'The nightly CRM sync failed.',
      'We pay for a CRM sync that loses deals.',
      'Nobody trusts the CRM sync.',
    ];
    const words = ['sync', 'crm', 'zoho', 'salesforce', 'hubspot', 'pipedrive'];
    expect(nameOf(texts, words)).toBe('CRM sync');
  });

  it('names short answers by what they say word for word', () => {
    const texts = [
      'Oh dear, crashed again!',
      'Well, crashed again.',
      'Hi, crashed again',
      'Sorry, it crashed',
    ];
    expect(nameOf(texts, ['crashed', 'sorry', 'well'])).toBe('Crashed again');
  });

  it('takes nothing for a name that says nothing', () => {
    const texts = [
      'Great, works now!',
      'Thanks, works now.',
      'Hi, works now',
      'Sorry, it never works for me',
    ];
    expect(nameOf(texts, ['works', 'sorry', 'thanks'])).not.toBe('Works now');
  });

  it('names a theme in a language without a tagger by things, not by what they do', () => {
    const texts = [
      'La sincronización pierde registros.',
      'Su sincronización pierde fichas.',
      'La sincronización pierde datos de clientes.',
      'Otra vez la sincronización pierde datos de clientes.',
      'Los datos de clientes no están.',
    ];
    const name = nameOf(texts, ['sincronización', 'pierde', 'datos', 'clientes'], 'es');
    expect(name).toBe('Datos de clientes');
  });

  it('sets a second phrase beside one that is in little of a theme, in the same language', () => {
    const texts = [
      ...Array.from({ length: 60 }, (_, index) => `affaire${index} dossier${index}`),
      'Le tableau de bord tourne dans le vide.',
      'Lenteur du tableau de bord.',
      'Les rapports de rentabilité sont faux.',
      'Nos rapports de rentabilité manquent.',
    ];
    expect(nameOf(texts, ['tableau', 'bord', 'rapports', 'rentabilité'], 'fr')).toMatch(
      /^(Tableau de bord, rapports de rentabilité|Rapports de rentabilité, tableau de bord)$/,
    );
  });
});

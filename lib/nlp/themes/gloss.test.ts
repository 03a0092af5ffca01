import { describe, expect, it } from 'vitest';
import { glossText } from './gloss';
import { stemWord } from './stem';

describe('glossText', () => {
  it('says in English words what a text of another language speaks of', () => {
    expect(glossText('Die Rechnungsadresse ist immer noch falsch', 'de')).toBe('invoice');
    expect(glossText('L’appli plante depuis la mise à jour', 'fr')).toBe('app crash');
    expect(glossText('La sincronización con HubSpot pierde contactos', 'es')).toBe('sync HubSpot contact');
    expect(glossText('Troppo caro', 'it')).toBe('price');
  });

  it('is empty where no word is known, and leaves other languages as they are', () => {
    expect(glossText('So geht das nicht', 'de')).toBe('');
    expect(glossText('The invoice is wrong', 'en')).toBe('The invoice is wrong');
    expect(glossText('請求書が違う', 'ja')).toBe('請求書が違う');
    expect(glossText('La factura', null)).toBe('La factura');
  });
});

it('gives words for one thing one stem in all languages', () => {
  const stems = ['Rechnung de', 'factures fr', 'factura es', 'fatture it', 'fatura pt'].map((each) => {
    const [word = '', language = ''] = each.toLowerCase().split(' ');
    return stemWord(word, language);
  });
  expect(new Set(stems)).toEqual(new Set([stemWord('invoices', 'en')]));
});

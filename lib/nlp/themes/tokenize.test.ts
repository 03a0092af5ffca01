import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize';

const stemsOf = (text: string, language: string | null) =>
  tokenize(text, language).map((token) => token.stem);

describe('tokenize', () => {
  it('gives offsets into the text as it stands', () => {
    const text = "  👍 L'attente à la caisse — CSV-Export isn't [email] l’accueil";
    for (const { start, end, surface } of tokenize(text, 'fr')) expect(text.slice(start, end)).toBe(surface);
    expect(tokenize(text, 'fr').map((token) => token.surface)).toContain('attente');
    expect(tokenize(text, 'fr').map((token) => token.surface)).toContain('accueil');
  });

  it('leaves out feeling, function words, numbers, links and redaction marks', () => {
    expect(stemsOf('The support is great, terrible and 42!', 'en')).toEqual(['support']);
    expect(stemsOf('[email] https://a.example/x?y=1 <b>invoice</b> XXXX &nbsp; 2024', 'en')).toEqual([
      'invoic',
    ]);
  });

  it('folds opposite qualities of one thing together', () => {
    expect(stemsOf('rude', 'en')).toEqual(stemsOf('friendly', 'en'));
    expect(stemsOf('overpriced', 'en')).toEqual(stemsOf('cheap', 'en'));
    expect(stemsOf('accueillant', 'fr')).toEqual(stemsOf('impolie', 'fr'));
  });

  it('joins the forms of a word', () => {
    expect(new Set(stemsOf('invoice invoices invoicing', 'en')).size).toBe(1);
    expect(new Set(stemsOf('commande commandes commandé', 'fr')).size).toBe(1);
    expect(new Set(stemsOf('factura facturas', 'es')).size).toBe(1);
  });

  it('guesses which stop words serve a text without a language', () => {
    expect(stemsOf('la caisse est toujours fermée et il y a du monde', null)).not.toContain('est');
    expect(stemsOf('die Lieferung ist nicht in der Filiale', null)).toEqual(
      stemsOf('Lieferung Filiale', 'de'),
    );
  });

  it('cuts words in scripts without spaces', () => {
    expect(tokenize('配送が遅い', 'ja').length).toBeGreaterThan(1);
  });

  it('takes long runs of one character in its stride', () => {
    expect(tokenize(`${'<'.repeat(50_000)}${"a'".repeat(50_000)}${'['.repeat(50_000)}`, 'en')).toEqual([]);
  });
});

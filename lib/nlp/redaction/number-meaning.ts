/** What the words before a number say it is. `reference` is an order, invoice, account or other number of a thing. */
export type NumberMeaning = 'phone' | 'card' | 'ssn' | 'reference';

/** In the languages our customers write most: en, fr, de, es, it, pt. */
const MEANING_WORDS: Record<NumberMeaning, string> = {
  phone:
    'phones?|tel|telephone|téléphone|teléfono|telefono|telefone|telefon|telefonnummer|rufnummer|mobile|mobil|handy|' +
    'cell|cellphone|móvil|celular|cellulare|portable|telemóvel|call|called|calling|appelez|appeler|rappeler|' +
    'contact|contacted|whatsapp|sms|text|dial|ring|reach|answering|messages to|registered|desk|hotline|helpline|' +
    'fax|my number|mon numéro|mi número',
  card: 'cards?|cc|credit|debit|visa|mastercard|amex|maestro|carte|karte|kreditkarte|tarjeta|carta|cartão',
  ssn: 'ssn|social security',
  reference:
    'orders?|invoice|ticket|case|ref|reference|tracking|account|serial|booking|reservation|sku|id|isbn|' +
    'commande|facture|dossier|référence|compte|bestellung|bestellnummer|auftrag|rechnung|kundennummer|' +
    'pedido|factura|cuenta|ordine|fattura|fatura|model|version|zip',
};

const MEANING_PATTERN = new RegExp(
  `(?<![\\p{L}])(?:${Object.entries(MEANING_WORDS)
    .map(([meaning, words]) => `(?<${meaning}>${words})`)
    .join('|')})(?![\\p{L}])`,
  'giu',
);

const WINDOW_LENGTH = 40;
/** Another number or a replacement such as `[phone]`: what stands before it does not speak of ours. */
const BEFORE_OTHER_NUMBER = /^[\s\S]*[0-9\]]/;

/**
 * The meaning given by the nearest telling word in the 40 characters before `start`, or null. The look back never
 * crosses another number, a replacement such as `[phone]`, or `floor` (the end of the last redaction): a second pass over a redacted text sees the same window as the first, which keeps redaction idempotent.
 */
export function findNumberMeaning(text: string, start: number, floor: number): NumberMeaning | null {
  const window = text.slice(Math.max(floor, start - WINDOW_LENGTH), start).replace(BEFORE_OTHER_NUMBER, '');
  let nearest: NumberMeaning | null = null;
  for (const match of window.matchAll(MEANING_PATTERN)) {
    const groups = match.groups ?? {};
    nearest = (Object.keys(MEANING_WORDS) as NumberMeaning[]).find((meaning) => groups[meaning]) ?? nearest;
  }
  return nearest;
}

/** What the words before a number say it is. `reference` is an order, invoice, account or other number of a thing. */
export type NumberMeaning = 'phone' | 'card' | 'ssn' | 'reference';

/** In the languages our customers write most, en, de, fr, es, it, pt, whichever of them a text is in: people mix them. */
const MEANING_WORDS: Record<NumberMeaning, string> = {
  phone: [
    'phones?|tel|telephone|telefon\\w{0,8}|mobile|cell|cellphone|call|called|calling|contact|contacted|whats ?app|sms|text|dial',
    'ring|reach|answering|messages to|registered|desk|hotline|helpline|fax|my number',
    'rufnummer|handy\\w{0,6}|mobil\\w{0,6}|mobilfunk|anrufen|anrufe|angerufen|ruft? mich|rufen sie|r[uü]ckrufe?n?|erreichbar|erreichen|kontakt|meine nummer|meiner nummer',
    'téléphoner?|tél|portable|r?appel(?:ez|er|é|le)|contact(?:ez|er|é)|joindre|joignable|mon numéro|mon num',
    'tel[eé]fonos?|tel[eé]f|telf|tfno|tlf|m[oó]vil|cel|celular|wasap|guasap|ll[aá]m(?:ame|adme|arme|enme|eme|ame|ar|en|ad)|llamad|ll[aá]menos|contactar(?:me)?|contacto|localizar(?:me)?|mi n[uú]mero|mi n[uú]m',
    'telefoni|cellulare|cell|chiam(?:ami|atemi|armi|are|ate)|chiami|richiam(?:ami|atemi|armi|are)|recapito|contatt(?:are|armi|atemi|ami|o)|(?:il )?mio numero|mio nr',
    'telefones?|telemóvel|telemovel|liguem?|ligar|ligou|me liga|liga(?:-me)|ligarem|telefonar|zap(?:zap)?|contat[oae]r?|contacta[rm](?:-me)?|meu n[uú]m(?:ero)?',
    'телефон|هاتفي?|رقمي|جوالي?|טלפון|נייד',
  ].join('|'),
  card: 'cards?|cc|credit|debit|visa|mastercard|amex|maestro|carte|karte|kreditkarte|tarjeta|carta|cartão',
  ssn: 'ssn|social security',
  reference: [
    'orders?|invoice|ticket|case|ref|reference|tracking|account|serial|booking|reservation|sku|id|isbn|ean|barcode|parcel|shipment',
    '(?:customer|client|member|policy|claim|contract|part|item|meter) (?:no|nr|number|id)|model|version|zip|s/n|upc|vat|siret|siren|cnpj|p\\.? ?iva|partita iva|ust-?id\\w{0,6}',
    'commande|facture|dossier|référence|compte|colis|suivi|réservation|contrat|n(?:uméro|°|º) (?:de )?client|série',
    'bestell\\w{0,12}|auftrags?\\w{0,8}|rechnung\\w{0,10}|kunden-?(?:nummer|nr)|sendung\\w{0,10}|artikel\\w{0,8}|serien-?(?:nummer|nr)|vertrag\\w{0,9}|vorgang\\w{0,9}|aktenzeichen|paket\\w{0,8}',
    'pedidos?|factura|cuenta|env[ií]o|seguimiento|contrato|reserva|serie|expediente|albarán|referencia|c[oó]digo|n(?:úmero|umero|º|°) de cliente',
    'ordini?|ordine|fattura|spedizione|pratica|contratto|prenotazione|codice|numero cliente',
    'fatura|encomenda|rastre(?:io|amento)|protocolo|nota fiscal|referência|conta',
  ].join('|'),
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

/** Marks of direction and blanks of any width stand between the parts. */
const MARKS = '[\\u200e\\u200f\\u202a-\\u202c\\u2068\\u2069\\ufeff]*';
const BLANK = '[ \\u00a0\\u202f\\u2009]';
/**
 * iPhone: "[12/03/2024, 10:15:30] Ann: text". Android: "12/03/2024, 10:15 - Ann: text", in Spanish "… 9:41 p. m. - ", in
 * French "12/03/2024 à 10:15 - ".
 */
const START = new RegExp(
  `^${MARKS}\\[?(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}),?(?:${BLANK}(?:à|às|um|at|a las|alle|alle ore|om|kl\\.?|,))?${BLANK}(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:${BLANK}?[ap]\\.?${BLANK}?m\\.?)?)(?:\\]|${BLANK}[-–])${BLANK}`,
  'i',
);
/** What stands before the first colon, if it holds no quotation: the notice of a new subject does. */
const SPEAKER = /^(?:~[\s\u202f\u00a0]*)?([^:"“”„«»\n]{1,80}?):(?:\s+|$)/u;

/** How a message of an export of WhatsApp begins. */
export interface WhatsAppStart {
  day: string;
  /** As "10:15:30" or "9:41 pm". */
  clock: string;
  /** Null in a notice of WhatsApp itself. */
  speaker: string | null;
  text: string;
}

/** The beginning of a message, or null for a line that goes on with the one before. */
export function readWhatsAppStart(line: string): WhatsAppStart | null {
  const start = START.exec(line);
  if (!start) return null;
  const [whole, day = '', clock = ''] = start;
  const rest = line.slice(whole.length);
  const named = SPEAKER.exec(rest.replace(/^[\u200e\u200f\u202a-\u202c]+/, ''));
  const speaker = named?.[1]?.replace(/[\u200e\u200f\u202a-\u202c\u2068\u2069]/g, '').trim() ?? '';
  if (!named || speaker === '') return { day, clock: plainClock(clock), speaker: null, text: rest };
  return {
    day,
    clock: plainClock(clock),
    speaker,
    text: rest.slice(rest.indexOf(named[0]) + named[0].length),
  };
}

/** "10.15 p. m." as "10:15 pm". */
const plainClock = (time: string) =>
  time
    .replace(/(\d)\.(\d)/g, '$1:$2')
    .replace(/[\s\u00a0\u202f\u2009]*([ap])\.?[\s\u00a0\u202f\u2009]?m\.?$/i, ' $1m');

/** What an export writes where a file was sent, or a message taken back, in the languages of its phones. */
const LEFT_OUT = [
  /^<[^<>]{1,60}(?:omitted|ausgeschlossen|weggelassen|omitidos?|omitidas?|oculta|ocultos?|weggelaten|omess[io]|omesse|omise?s?)\s?>$/,
  /^(?:image|photo|picture|video|video note|audio|voice message|sticker|gif|document|contact card|media) omitted$/,
  /^(?:bild|foto|video|videonotiz|audio|sprachnachricht|sticker|gif|dokument|kontaktkarte|medien?|datei) (?:weggelassen|ausgeschlossen)$/,
  /^(?:imagen|foto|v[ií]deo|nota de v[ií]deo|audio|sticker|gif|documento|tarjeta de contacto|multimedia) omitid[oa]$/,
  /^(?:imagem|foto|v[ií]deo|nota de v[ií]deo|[áa]udio|figurinha|gif|documento|cart[ãa]o (?:do |de )?contato|m[ií]dia) (?:ocultad?[oa]|omitid[oa])$/,
  /^(?:afbeelding|foto|video|videoboodschap|audio|spraakbericht|sticker|gif|document|contactkaart|media) weggelaten$/,
  /^(?:immagine|foto|video|nota video|audio|sticker|gif|documento|scheda contatto|media) omess[oai]$/,
  /^(?:image|photo|vid[ée]o|note vid[ée]o|audio|sticker|gif|document|fiche contact|m[ée]dias?) (?:absente?s?|omise?s?)$/,
  /^<(?:attached|anhang|angehängt|adjunto|anexad?o|allegato|bijgevoegd|pi[èe]ce jointe|fichier joint)\s?: [^<>]{1,200}>$/,
  /^\S[^\n]{0,200}\.\w{2,5} \((?:file attached|datei angehängt|archivo adjunto|arquivo anexado|ficheiro anexado|file allegato|fichier joint|bestand bijgevoegd)\)$/,
];
const TAKEN_BACK = [
  /^null$/,
  /^(?:this message was deleted|you deleted this message|this message was deleted by admin [^\n]{1,60})$/,
  /^(?:diese nachricht wurde gelöscht|du hast diese nachricht gelöscht)$/,
  /^(?:se eliminó este mensaje|este mensaje fue eliminado|eliminaste este mensaje|este mensaje se eliminó)$/,
  /^(?:mensagem apagada|esta mensagem foi apagada|você apagou esta mensagem|apagou esta mensagem|apagaste esta mensagem)$/,
  /^(?:dit bericht is verwijderd|dit bericht werd verwijderd|je hebt dit bericht verwijderd|u hebt dit bericht verwijderd)$/,
  /^(?:questo messaggio è stato eliminato|hai eliminato questo messaggio)$/,
  /^(?:ce message a été supprimé|vous avez supprimé ce message|tu as supprimé ce message)$/,
  /^(?:missed (?:voice|video|group) call|(?:missed )?(?:voice|video) call|verpasster (?:sprach|video)anruf|llamada perdida|videollamada perdida|chamada de (?:voz|vídeo) perdida|appel (?:vocal|vidéo) manqué|chiamata (?:vocale|video) persa|gemiste (?:spraak|video-?)oproep)\b[^\n]{0,40}$/,
];
/** What is added behind the words of a message that was changed. */
const EDITED =
  /\s{0,4}[\u200e\u200f]{0,4}<[^<>]{0,40}(?:edited|bearbeitet|edit[óo]|editad[oa]|modifi[ée]|modificato|bewerkt)[^<>]{0,20}>$/i;
/** What is longer, somebody wrote. */
const LONGEST_OWN_WORDS = 300;
/** WhatsApp marks its own words, in any language, before them. */
const OWN_MARK = /^\u200e[^\n]{0,40}$/;

/**
 * What somebody wrote in a line of a message, without what WhatsApp put there.
 * @returns why nothing is left, where that is so.
 */
export function readWhatsAppWords(line: string): { words: string } | { words: ''; reason: string } {
  const plain = line.replace(EDITED, '');
  const words = plain.replace(/[\u200e\u200f]/g, '').trim();
  if (words.length > LONGEST_OWN_WORDS) return { words };
  const folded = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\s]+$/, '');
  if (TAKEN_BACK.some((pattern) => pattern.test(folded)))
    return { words: '', reason: 'a message taken back, or a call' };
  if (LEFT_OUT.some((pattern) => pattern.test(folded)) || OWN_MARK.test(plain)) {
    return { words: '', reason: 'media that the export leaves out' };
  }
  const behind = plain.lastIndexOf('\u200e');
  if (behind > 0 && 'reason' in readWhatsAppWords(plain.slice(behind + 1))) {
    return {
      words: plain
        .slice(0, behind)
        .replace(/[\u200e\u200f]/g, '')
        .trim(),
    };
  }
  return { words };
}

/** The whole of a line that closes a letter, in the languages of its writers; what is said in "Thanks" may be said in the middle, too. */
const CLOSING = new RegExp(
  `^(?:${[
    // German
    '(?:mit |viele |beste |liebe |herzliche |schöne |freundliche |sonnige |ganz )+(?:freundlichen |freundlichem |besten |herzlichen |lieben |vielen )?gr(?:ü|ue)(?:ß|ss)(?:en?)?',
    'mit (?:freundlichem|bestem) gru(?:ß|ss)',
    '(?:freundliche(?:n)? )?gr(?:ü|ue)(?:ß|ss)en?',
    '(?:lieben |besten |schönen |herzlichen )?gru(?:ß|ss)',
    '(?:mfg|lg|vg|bg)',
    'hochachtungsvoll',
    // English
    '(?:with )?(?:my |our )?(?:(?:kind|kindest|best|warm|warmest|many) )*(?:regards|wishes)',
    '(?:(?:kind|best|warm) )?regards(?: and thanks)?',
    '(?:yours? )?(?:sincerely|faithfully|truly)(?: yours)?',
    'all the best',
    'cheers',
    // French
    '(?:bien |très )?cordialement(?: vôtre)?',
    'bien (?:à vous|à toi|sincèrement)',
    '(?:sincères |meilleures |cordiales )?salutations(?: distinguées)?',
    'avec mes (?:meilleures|sincères|cordiales) salutations',
    // Spanish
    '(?:un )?(?:(?:cordial|atento) )?saludos?(?: cordial(?:es)?)?',
    'reciba un cordial saludo',
    '(?:muy )?atentamente',
    // Italian
    '(?:(?:cordiali|distinti|cari|migliori|tanti) )?saluti',
    'cordialmente',
    // Portuguese
    '(?:(?:melhores|meus melhores) )?cumprimentos',
    '(?:com os melhores )?cumprimentos',
    'atenciosamente',
    '(?:um )?(?:abraço|abraços)',
    // Dutch
    '(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?',
    'groet(?:en|jes)?',
    'mvg',
  ].join('|')})(?: (?:aus|from|de|da|uit) (?:der |dem |the )?\\p{L}+)?$`,
  'iu',
);
const THANKS =
  /^(?:(?:many |kind )?thanks(?: a lot| in advance)?|thank you|(?:vielen |besten |herzlichen )?dank(?:e)?(?: im voraus| und gruß)?|merci(?: d['’]avance)?|(?:muchas )?gracias|grazie(?: mille)?|(?:muito )?obrigad[oa]|(?:alvast )?bedankt)$/iu;
/** A name stands in a line of its own: few words, each with a capital, and no end of a sentence. */
const NAME = /^(?:[\p{Lu}][\p{L}.'’-]{0,30} ?|(?:von|van|de|der|di|da|i\. ?[AV]\.) ?){1,5}$/u;
const POSTSCRIPT = /^p\.? ?p?\.?s\.?\s?[:.]?\s/i;
const DISCLAIMER =
  /confidential|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|intended (?:only|solely)|gesch[äa]ftsf[üu]hr|handelsregister|registered (?:in|office)/i;
/** A closing stands so near to the end, with all that may follow it. */
const LINES_LOOKED_AT = 80;
const MOST_LINES = 25;
const LONGEST_LINE = 100;
const LONGEST_NAME_LINE = 60;

/** Who wrote the letter that is quoted below, as Outlook writes it without marks: "From: …", then "Sent: …". */
const QUOTED_HEAD = /^\*?(?:from|von|de|da|van)\s?:\*?\s\S/i;
const QUOTED_DATE =
  /^\*?(?:sent|date|gesendet|datum|envoyé|date d['’]envoi|enviado(?: el)?|inviato|data|verzonden)\s?:\*?\s\S/i;

/** A letter without what follows its closing (name, company, numbers), and without the letter that Outlook quotes below. A postscript is kept. */
export function cutSignature(text: string): string {
  const lines = cutOutlookQuote(text.replaceAll('\u00a0', ' ').split('\n'));
  for (let at = Math.max(0, lines.length - LINES_LOOKED_AT); at < lines.length; at++) {
    if ((lines[at] ?? '').length > LONGEST_LINE) continue;
    const rest = lines.slice(at + 1).map((line) => line.trim());
    if (!closes(lines[at] ?? '', rest)) continue;
    const postscript = rest.findIndex((line) => POSTSCRIPT.test(line));
    const own = [lines.slice(0, at), postscript === -1 ? [] : rest.slice(postscript)];
    const kept = own
      .map((part) => part.join('\n').trim())
      .join('\n\n')
      .trim();
    // Nothing but greetings is what was written.
    return kept === '' ? lines.join('\n').trim() : kept;
  }
  return lines.join('\n').trim();
}

function closes(line: string, rest: readonly string[]): boolean {
  const words = line.trim().replace(/[\s,.!;–-]+$/u, '');
  const end = rest.findIndex((each) => POSTSCRIPT.test(each));
  const below = rest.slice(0, end === -1 ? rest.length : end).filter((each) => each !== '');
  const [first = ''] = below;
  if (below.length > MOST_LINES || first.length > LONGEST_NAME_LINE) return false;
  if (below.some((each) => each.length > LONGEST_LINE && !DISCLAIMER.test(each))) return false;
  if (THANKS.test(words)) return NAME.test(first);
  const parts = words.split(/\s*\/\s*|\s+(?:und|and|et|y|e|en)\s+/i);
  const isClosing = parts.some((part) => CLOSING.test(part));
  return (
    CLOSING.test(words) ||
    (isClosing && parts.every((part) => CLOSING.test(part) || THANKS.test(part))) ||
    closesWithName(words)
  );
}

/** "Viele Grüße, Jo Beispiel" in one line. */
function closesWithName(line: string): boolean {
  const words = line.split(/[\s,]+/);
  return words.some(
    (_, at) => at > 0 && CLOSING.test(words.slice(0, at).join(' ')) && NAME.test(words.slice(at).join(' ')),
  );
}

function cutOutlookQuote(lines: readonly string[]): string[] {
  const at = lines.findIndex(
    (line, index) =>
      index > 0 &&
      QUOTED_HEAD.test(line.trim()) &&
      lines.slice(index + 1, index + 4).some((next) => QUOTED_DATE.test(next.trim())),
  );
  return at === -1 ? [...lines] : lines.slice(0, at);
}

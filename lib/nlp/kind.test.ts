import { describe, expect, it } from 'vitest';
import { classifyKind, declinesToAnswer, findSignsAlone, holdsNoOpinion } from './kind';
import { scoreSentiment } from './lexicon-sentiment';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

const kindOf = (text: string, language = 'en') => classifyKind(text, scoreSentiment(text, language));

describe('classifyKind', () => {
  it.each([
    ['The app keeps crashing when I upload a photo', 'en', 'problem'],
    ['Login gives error 500', 'en', 'problem'],
    ['Please add a dark mode', 'en', 'request'],
    ['Would be nice to have an export', 'en', 'request'],
    ['More parking spaces', 'en', 'request'],
    ['I wish there was a search', 'en', 'request'],
    ['How do I change my password?', 'en', 'question'],
    ['Friendly and efficient staff', 'en', 'praise'],
    ['I have been using it since March', 'en', 'statement'],
    ['Il faudrait plus de choix', 'fr', 'request'],
    ['Personnel très aimable', 'fr', 'praise'],
    ['Beaucoup trop cher', 'fr', 'problem'],
    ['Pourquoi le magasin est-il fermé ?', 'fr', 'question'],
    ['Es wäre schön, wenn man sortieren könnte', 'de', 'request'],
    ['Die Seite funktioniert nicht', 'de', 'problem'],
    ['Wäre es möglich, nach Kunden zu filtern?', 'de', 'request'],
    ['Me gustaría poder pagar con tarjeta', 'es', 'request'],
    ['Estaría bien poder exportar a Excel', 'es', 'request'],
    ['Está bien, exporta a Excel', 'es', 'praise'],
    ['Vorrei più colori', 'it', 'request'],
    ['Sarebbe possibile avere un PDF?', 'it', 'request'],
    ['Gostaria de mais opções', 'pt', 'request'],
    ['Seria possível incluir o Power BI?', 'pt', 'request'],
    ['👍', 'en', 'praise'],
  ])('calls "%s" (%s) a %s', (text, language, kind) => {
    expect(kindOf(text, language)).toBe(kind);
  });

  it('decides about hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts())
      expect(classifyKind(text, { label: 'neutral' })).toMatch(/^[a-z_]+$/);
  });
});

describe('declinesToAnswer', () => {
  it.each([
    ['any language', '|-|—|--|...|xxx|N/A|n\\a|n-a|No, ok|N / A|n / a.|n.a.|NA|N. A.|[name]|/'],
    [
      'English',
      'Nothing at present|not at this time|I have nothing to add|nothing further|none of the above|nothing from me',
    ],
    ['French', 'RAS pour moi|non renseigné|rien à rajouter|Rien à déclarer|N. C.|rien de plus'],
    ['German', 'keine Angabe|k / A|o. A.|ohne Angabe|nicht bekannt|Keine Angaben'],
    ['Spanish', 'Nada que declarar|n/s|N / C|no contesto|sin opinión'],
    ['Italian', 'n.d.|n/d|nient’altro|Nulla da dichiarare|Niente da segnalare|non pervenuto'],
    ['Portuguese', 'nada a declarar|n/d|tá bom|Nada a registar|não respondo|sem comentários'],
    [
      'English',
      'Nothing.|None|ok|No, nothing|Nothing that I can think of|Nothing springs to mind at the moment|I don’t know',
    ],
    [
      'English',
      'can not think of anything|Not that I know of|no idea, sorry|No further comments at this time|as above|dunno',
    ],
    [
      'French',
      'RAS|R.A.S.|rien|Rien à signaler|Aucunes remarques|pas de remarque particulière|Rien à dire pour le moment',
    ],
    ['French', 'sans avis|je ne sais pas|Aucune idée|d’accord|néant|Non concerné|aucune suggestion'],
    [
      'German',
      'k.A.|k. A.|nichts|Nichts Besonderes|mir fällt leider nichts ein|weiß ich nicht|keine Meinung|ohne Kommentar',
    ],
    ['German', 'Keine Verbesserungsvorschläge|Nein, nichts weiter|entfällt|nichts hinzuzufügen'],
    [
      'Spanish',
      'nada|Nada que añadir|sin comentarios|no lo sé|NS/NC|vale|De acuerdo|ninguna sugerencia|no se me ocurre nada',
    ],
    [
      'Italian',
      'niente|Nulla da aggiungere|non saprei|nessuna idea|va bene|boh|nessun commento|niente di particolare',
    ],
    [
      'Portuguese',
      'Não|nada a declarar|nenhuma sugestão|sem opinião|não se aplica|Nada a acrescentar, obrigado|está bem',
    ],
    ['courtesies', 'Thanks!|merci|Danke|gracias|Grazie mille|Obrigada|Olá|Buongiorno'],
  ])('hears no opinion (%s)', (_language, answers) => {
    for (const answer of answers.split('|')) expect(declinesToAnswer(answer), answer).toBe(true);
  });

  it.each([
    [
      'praise',
      'no complaints|Rien à redire|nichts auszusetzen|Keine Wünsche offen|nada que objetar|niente da ridire|👍|fine',
    ],
    [
      'blame',
      'no está bien|não está bem|não tá bom|non va bene|no va bene|non d’accord|non ok|no ok|no vale|nicht ok|pas ok',
    ],
    [
      'complaints',
      'nothing works|no reply|Keine Antwort|no response|aucune réponse|sin respuesta|no support|not good|No heating|niente rimborso',
    ],
    ['signs', 'ok 😡|nothing 👍|n/a :(|- 🙁|Thanks 😠|None <3|ok :)'],
    ['words that say how', 'passt|Nothing special|Perfect, ok|Hello awful|No luck|This helped'],
    ['wishes', 'nothing but a search|no ads|keine Werbung|aucune pub|menos anuncios'],
    ['what greets as well', 'Caro|Cher et lent|Gentili e disponibili|Liebe das Design|Buenas instalaciones'],
    ['more than a greeting', 'Hi app keeps crashing|Hi Rob, it works|Good morning coffee is great'],
  ])('hears what is said in %s', (_what, answers) => {
    for (const answer of answers.split('|')) expect(declinesToAnswer(answer), answer).toBe(false);
  });
});

describe('holdsNoOpinion', () => {
  it.each([
    'n/a',
    'ok',
    'nothing, thanks',
    'Hi team,',
    'Any news on this?',
    'Update from our side.',
    'RAS',
    'ok ty',
  ])('hears none in %s', (text) => expect(holdsNoOpinion(text)).toBe(true));

  it.each([
    ...['Thanks!', 'merci', 'Vielen Dank', 'Muchas gracias', 'Grazie mille', 'Obrigada'],
    ...['Thanks for your help', 'Still not fixed', 'ok 😡', 'Hello awful', 'Solved, thanks'],
  ])('asks what %s feels', (text) => expect(holdsNoOpinion(text)).toBe(false));
});

describe('findSignsAlone', () => {
  it.each([
    ['ok 😡', '😡'],
    ['Thanks 👍👍', '👍 👍'],
    ['n/a :D', ':D'],
    ['😡', '😡'],
  ])('only the sign of %s says how somebody feels', (text, signs) =>
    expect(findSignsAlone(text)).toBe(signs),
  );

  it.each(['ok', 'Slow 👍', 'Works :)', 'See http://example.org:/x'])('not of %s', (text) =>
    expect(findSignsAlone(text)).toBeNull(),
  );
});

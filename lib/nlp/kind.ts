import { isGreeting, isLeaveTaking } from './courtesy';
import { foldText } from './fold';
import type { Sentiment } from './sentiment';

/** What a statement does: report a fault, ask for something, praise, ask back, say nothing, or just state. */
export type StatementKind = 'problem' | 'request' | 'praise' | 'question' | 'no_content' | 'statement';

/** Whole answers that decline to answer, in en, fr, de, es, it, pt. Folded. */
const NO_CONTENT = new Set(
  (
    'n/a|na|n.a|nil|none|no|nope|nothing|nothing really|nothing else|nothing to add|nothing at all|nothing much|no comment|' +
    "no comments|not applicable|not really|no thanks|no thank you|idk|dont know|don't know|i don't know|i dont know|not sure|" +
    "unsure|ok|okay|yes|yep|test|tbc|see above|same|same as above|no answer|no opinion|can't think of anything|" +
    'cannot think of anything|nothing comes to mind|nothing springs to mind|nothing i can think of|nothing to say|no suggestions|' +
    'rien|ras|r.a.s|rien a dire|rien a signaler|rien de special|rien a ajouter|aucun|aucune|aucun commentaire|aucune remarque|' +
    'aucunes remarques|aucune remarques|aucune suggestion|pas de commentaire|pas de commentaires|pas de remarque|' +
    "pas de remarques|pas d'avis|sans avis|sans objet|neant|non|oui|so|nsp|je ne sais pas|sans commentaire|" +
    'nichts|keine|kein|keine angabe|keine angaben|k.a|ka|nein|ja|kein kommentar|keine anmerkungen|keine ahnung|' +
    'weiss nicht|weiss ich nicht|nix|nichts weiter|entfallt|keine antwort|' +
    'nada|nada mas|ninguno|ninguna|ningun comentario|sin comentarios|sin comentario|no se|si|no aplica|nada que decir|' +
    'niente|nulla|nessuno|nessuna|nessun commento|non so|non saprei|niente da dire|nulla da segnalare|' +
    'nenhum|nenhuma|nenhum comentario|sem comentarios|sem comentario|nao|sim|nao sei|nao se aplica|nada a dizer|nada a declarar'
  ).split('|'),
);
const LONGEST_NO_CONTENT = 40;
const EDGE_SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** What redaction leaves: a statement of nothing else said only who to call. */
const REDACTION_MARK = /\[[a-z_ -]{2,24}\]/g;
const HAS_MEANING = /\p{L}|\p{N}|\p{Extended_Pictographic}/u;

/** A wish or an order, by language; matched on folded text. */
const REQUEST = new RegExp(
  `(?<![\\p{L}])(?:${[
    '(?:please|pls|plz) (?!note)\\w+|would be (?:nice|great|good|better|helpful|useful|awesome|cool|lovely)|would have been nice',
    "(?:i|we) (?:would|'d) (?:like|love|prefer|appreciate)|i'd like|i'd love|(?:i|we) wish|wish (?:you|there|it|i|we|they)|if only",
    '(?:should|could) (?:have|be|add|allow|make|provide|offer|include)|needs? (?:to be|to have|more|an?|better|some)|need more',
    '(?:can|could|would|will) (?:you|we|u) (?:please |pls )?(?:add|make|fix|bring|have|get|allow|give|include|provide|change)|suggest|suggestion|feature request',
    '^(?:add|allow|bring back|fix|improve|make|provide|give|include|reduce|offer|stop|get|let|more|less|fewer|better|longer|shorter|cheaper)(?= \\w)',
    "il faudrait|faudrait|serait (?:bien|bienvenue?|souhaitable|interessant|utile|agreable|mieux)|pourriez[- ]vous|pouvez[- ]vous|j'aimerais?|nous aimerions|je souhaite(?:rais)?|merci de \\w+r|^(?:plus|moins|davantage) d|devri(?:ez|ons)|devrait|a ameliorer|ajoute[rz]|veuillez|svp|s'il vous plait",
    'ware (?:schon|gut|toll|hilfreich|super|besser)|wurde (?:mir|mich|gern)|ich wunsche|wunschen|bitte \\p{L}+|konnten sie|konnte man|sollten?|mehr \\p{L}+ (?:ware|bitte)|^(?:mehr|weniger)(?= )',
    'por favor|seria (?:bueno|genial|util|mejor|ideal|bom|otimo|melhor|bello|utile|meglio)|me gustaria|nos gustaria|deberian?|podrian?|ojala|hace falta|sugiero|^(?:mas|menos)(?= )',
    'sarebbe (?:bello|utile|meglio|opportuno)|vorrei|vorremmo|dovrebbe|dovreste|potreste|per favore|^(?:piu|meno)(?= )',
    'gostaria|deveria[m]?|poderia[m]?|sugiro|mais opcoes',
  ].join('|')})(?![\\p{L}])`,
  'u',
);

const QUESTION_START =
  /^(?:how|what|when|where|why|who|which|can|could|does|do|did|is|are|will|comment|pourquoi|quand|combien|est-ce|quel(?:le)?s?|wie|warum|wann|wo|wer|kann|como|cuando|donde|por que|cuanto|quando|dove|perche|onde)(?![\p{L}])/u;

/** Words of failure: a plain report of a fault is a problem whatever its tone. */
const FAULT =
  /(?<![\p{L}])(?:crash\w*|bugs?|errors?|broken|fail(?:s|ed|ing|ure)?|issues?|problems?|(?:do|does|did|is|are|ca|wo|has|have)n'?t (?:work|open|load|start|sync|connect|respond|receive)\w*|not work\w*|stopped working|can(?:'|no)?t (?:log|open|access|connect|install|download|use)\w*|unable to|missing|en panne|ne (?:marche|fonctionne)\w*|problemes?|erreurs?|defectueu\w+|kaputt|defekt\w*|fehler\w*|funktioniert nicht|absturz\w*|no funciona|fallos?|roto|rota|non funziona|guasto|nao funciona|defeito)(?![\p{L}])/u;

/** Beyond this a text is long enough to have said what it is. */
const READ_LENGTH = 1000;

/**
 * Decides what a statement does by rules over its words, in English, French, German, Spanish, Italian and Portuguese;
 * the sentiment decides where the words do not. A request wins over its tone ("would be nice" is not praise).
 */
export function classifyKind(text: string, sentiment: Pick<Sentiment, 'label'>): StatementKind {
  const folded = foldText(text.slice(0, READ_LENGTH)).trim();
  if (saysNothing(folded)) return 'no_content';
  if (REQUEST.test(folded)) return 'request';
  if (/[?？؟]["')\s]*$/.test(folded) && (QUESTION_START.test(folded) || sentiment.label !== 'negative'))
    return 'question';
  if (sentiment.label === 'positive') return 'praise';
  if (sentiment.label === 'negative' || FAULT.test(folded)) return 'problem';
  return 'statement';
}

function saysNothing(folded: string): boolean {
  if (!HAS_MEANING.test(folded.replace(REDACTION_MARK, ''))) return true;
  if (isGreeting(folded) || isLeaveTaking(folded)) return true;
  if (folded.length > LONGEST_NO_CONTENT) return false;
  const bare = folded.replace(EDGE_SIGNS, '').replace(/\s+/g, ' ');
  return NO_CONTENT.has(bare) || /^(?:(\p{L})\1*|x+)$/u.test(bare);
}

import { makeWordGate } from './word-gate';

/** A pattern that finds any of the alternatives as whole words in a folded text. */
const anyOf = (alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${alternatives.join('|')})(?![\\p{L}])`, 'u');

/** A pattern that finds any of the alternatives at the start of a folded text. */
const startsWithAny = (alternatives: readonly string[]): RegExp =>
  new RegExp(`^(?:${alternatives.join('|')})(?![\\p{L}])`, 'u');

/** A wish or an order. */
export const REQUEST = anyOf([
  // English
  '(?:please|pls|plz) (?!note)\\w+',
  'would be (?:nice|great|good|better|helpful|useful|awesome|cool|lovely)|would have been nice',
  "(?:i|we) (?:would|'d) (?:like|love|prefer|appreciate)|i'd like|i'd love",
  '(?:i|we) wish|wish (?:you|there|it|they)|if only',
  '(?:should|could) (?:have|be|add|allow|make|provide|offer|include)',
  'needs? (?:to be|to have|more|an?|better|some)|need more',
  '(?:can|could|would|will) (?:you|we|u) (?:please |pls )?(?:add|make|fix|bring|have|get|allow|give|include|change)',
  'suggest|suggestion|feature request',
  '^(?:add|allow|bring back|fix|improve|make|provide|give|include|reduce|offer|stop|get|let)(?= \\w)',
  '^(?:more|less|fewer|better|longer|shorter|cheaper)(?= \\w)',
  // French
  '(?:il )?faudrait|serait (?:bien|bienvenue?|souhaitable|interessant|utile|agreable|mieux)',
  "(?:pourriez|pouvez)[- ]vous|j'aimerais?|nous aimerions|je souhaite(?:rais)?|merci de \\w+r",
  "devri(?:ez|ons)|devrait|a ameliorer|ajoute[rz]|veuillez|svp|s'il vous plait|^(?:plus|moins|davantage) d",
  // German
  'ware (?:es )?(?:moglich|schon|gut|toll|hilfreich|super|besser)|wurde (?:mir|mich|gern)|ich wunsche|wunschen|bitte \\p{L}+',
  'konnten sie|konnte man|sollten?|mehr \\p{L}+ (?:ware|bitte)|^(?:mehr|weniger)(?= )',
  // Spanish, Italian, Portuguese
  'por favor|seria (?:bueno|genial|util|mejor|ideal|posible|bom|otimo|melhor|possivel)|estaria (?:bien|genial)',
  '(?:me|nos) gustaria|ojala|hace falta|sugiero',
  'deberian?|podrian?|^(?:mas|menos)(?= )',
  'sarebbe (?:possibile|bello|utile|meglio|opportuno)|vorrei|vorremmo|dovrebbe|dovreste|potreste|per favore|^(?:piu|meno)(?= )',
  'gostaria|deveriam?|poderiam?|sugiro|mais opcoes',
]);

/** The word a question begins with. */
export const QUESTION_START = startsWithAny([
  '(?:how|what|when|where|why|who|which|can|could|does|do|did|is|are|will)',
  '(?:comment|pourquoi|quand|combien|est-ce|quel(?:le)?s?)',
  '(?:wie|warum|wann|wo|wer|kann)',
  '(?:como|cuando|donde|por que|cuanto|quando|dove|perche|onde)',
]);

/** A report of something that does not work: a problem whatever its tone. */
export const FAULT = anyOf([
  'crash\\w*|bugs?|errors?|broken|fail(?:s|ed|ing|ure)?|issues?|problems?|missing|stopped working|not work\\w*',
  "(?:do|does|did|is|are|ca|wo|has|have)n'?t (?:work|open|load|start|sync|connect|respond|receive)\\w*",
  "can(?:'|no)?t (?:log|open|access|connect|install|download|use)\\w*|unable to",
  'en panne|ne (?:marche|fonctionne)\\w*|problemes?|erreurs?|defectueu\\w+',
  'kaputt|defekt\\w*|fehler\\w*|funktioniert nicht|absturz\\w*',
  'no funciona|fallos?|roto|rota|non funziona|guasto|nao funciona|defeito',
]);

/** What the rules find in a text. */
export interface KindCues {
  asks: boolean;
  reportsFault: boolean;
  startsAsQuestion: boolean;
}

const gate = makeWordGate([REQUEST, FAULT]);

/** @param folded trimmed */
export function findKindCues(folded: string): KindCues {
  const worthTrying = gate(folded);
  return {
    asks: (worthTrying & 1) !== 0 && REQUEST.test(folded),
    reportsFault: (worthTrying & 2) !== 0 && FAULT.test(folded),
    startsAsQuestion: QUESTION_START.test(folded),
  };
}

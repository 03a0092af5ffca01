import { dropAddress, isGreeting, isLeaveTaking } from './courtesy';
import { trimSigns } from './fold';

// Whole statements that only keep a conversation going or end it: "Hi Kim, ok ty.", "Great, thanks, works now". In English, French,
// German, Spanish, Italian and Portuguese; matched clause by clause on folded text.

/** Says that one has heard. */
const NOD =
  "ok|okay|k|kk|alright|all right|sure|got it|noted|understood|confirmed|will do|makes sense|fair enough|no rush|yes|yep|hm+|d'accord|bien recu|compris|entendu|c'est note|alles klar|in ordnung|verstanden|notiert|geht klar|vale|entendido|recibido|de acuerdo|va bene|capito|ricevuto|entendi|recebido|combinado";
/** Says that a matter is closed, not what it was. */
const CLOSED =
  "(?:(?:it|that|this|all|everything) )?(?:is |'s |are |has been )?(?:now |all )?(?:solved|fixed|resolved|sorted)(?: (?:now|again|today))?|(?:(?:it|that|this|all|everything) )?(?:is |'s |are )?(?:works|work|working)(?: fine)? (?:now|again)|(?:it|that|this)(?:'s| is) (?:fine|ok|okay|good) (?:now|again)|(?:it|that|this) (?:worked|did it|helped|did the trick)|you can close (?:this|it|the ticket)" +
  "|(?:ca|cela|tout|c') ?(?:re)?(?:marche|fonctionne) (?:maintenant|a nouveau|de nouveau)|(?:c'est |tout est )?(?:regle|resolu)" +
  '|(?:es |das |alles )?(?:geht|funktioniert|lauft) (?:jetzt|wieder|jetzt wieder)|(?:ist |hat sich )?(?:jetzt )?(?:erledigt|gelost|behoben)' +
  '|(?:ya|ahora) (?:funciona|va)(?: bien| de nuevo)?|(?:ya )?(?:esta )?(?:resuelto|solucionado|arreglado)' +
  '|(?:ora|adesso) funziona|(?:e )?(?:risolto|sistemato)' +
  '|(?:agora|ja) (?:funciona|esta a funcionar)|(?:ja )?(?:esta )?(?:resolvido|corrigido)';
/** Says what one will do next, and nothing of what it is about. */
const PROMISE =
  "(?:(?:i|we)(?:'ll| will)|will|ill|well) (?:try|test|check|wait|see)(?: (?:it|that|this))?(?: (?:out|again|now|today|tomorrow|later|soon|and see))*" +
  '|(?:je )?(?:teste|testerai|essaie|essaierai|vais (?:tester|essayer))(?: ca)?(?: demain)?' +
  '|(?:ich )?(?:probiere|teste|versuche) (?:es|das|ich)(?: (?:aus|morgen|mal))*' +
  '|(?:lo )?(?:pruebo|probare)(?: manana)?|(?:lo )?(?:provo|provero)(?: domani)?|(?:vou )?(?:testo|testar|experimentar)(?: amanha)?';
const FAREWELL =
  'bye(?: bye)?|goodbye|(?:speak|talk|see you|catch up)(?: to you)? (?:soon|later|then|tomorrow|next (?:week|month|quarter|year))|a bientot|a plus|tschuss|bis (?:bald|dann|morgen)|hasta (?:luego|pronto)|adios|arrivederci|a presto|ate (?:logo|breve)|tchau';
/** Praise, but of nothing where one of the others follows. */
const PRAISE =
  'great|perfect|super|excellent|awesome|cool|nice|good|lovely|brilliant|wonderful|parfait|genial|prima|perfekt|toll|klasse|perfecto|estupendo|perfetto|ottimo|perfeito|otimo';

/** What the clauses of an acknowledgement may be. */
interface Clauses {
  alone: RegExp;
  /** "ok ty", "solved thanks": a nod and a courtesy without a comma between them. */
  first: RegExp;
}

const clausesOf = (first: string, alone = first): Clauses => ({
  alone: new RegExp(`^(?:${alone})$`, 'u'),
  first: new RegExp(`^(?:${first}) (.+)$`, 'u'),
});
const ANY = clausesOf(`${NOD}|${CLOSED}`, `${NOD}|${CLOSED}|${PROMISE}|${FAREWELL}`);
const EMPTY = clausesOf(NOD, `${NOD}|${PROMISE}|${FAREWELL}`);
const PRAISE_ALONE = new RegExp(`^(?:${PRAISE})$`, 'u');
const BETWEEN_CLAUSES = /[,.;:!?…]+\s*/u;
/** Beyond this a statement says more. */
const LONGEST = 60;

/**
 * Whether a folded statement only says that it was heard or that a matter is closed, be it with praise: it names no subject.
 * Praise, thanks and greetings alone are not meant: they may be all that an answer says of how somebody feels.
 */
export const isAcknowledgement = (folded: string): boolean => acknowledges(folded, ANY, PRAISE_ALONE);

/** The same of one that does not even say how somebody feels: "Ok, will try that" and not "Great, works now". */
export const isEmptyAcknowledgement = (folded: string): boolean => acknowledges(folded, EMPTY, null);

function acknowledges(folded: string, { alone, first }: Clauses, praise: RegExp | null): boolean {
  if (folded.length > LONGEST) return false;
  const clauses = dropAddress(folded)
    .split(BETWEEN_CLAUSES)
    .map((clause) => trimSigns(clause).replace(/\s+/g, ' '))
    .filter((clause) => clause !== '');
  const isNod = (clause: string): boolean => {
    if (alone.test(clause)) return true;
    const rest = first.exec(clause)?.[1];
    return rest !== undefined && (isLeaveTaking(rest) || alone.test(rest));
  };
  return (
    clauses.some(isNod) &&
    clauses.every(
      (clause) =>
        isNod(clause) || isLeaveTaking(clause) || isGreeting(clause) || praise?.test(clause) === true,
    )
  );
}

import { anyPlace, endsWithin, type IntentPatterns } from './intent';

const OFTEN =
  '(?:(?:due|tre|quattro|cinque|dieci|diverse|molte|piu|varie|\\d+) volte|ripetutamente|in continuazione)';
/** Between the words of a pattern; a negation there denies it. */
const WORD = '(?!(?:non|mai|senza) )\\w+';

export const ITALIAN_INTENTS: IntentPatterns = {
  denied: endsWithin(
    'non|mai|senza|nessun|nessuna|ne|neanche|nemmeno|niente|nulla di|avete|hanno|invece di',
    3,
    'ma|o|perche|che',
  ),
  done: endsWithin('risolto|risposto|aiutato|arrivato|arrivati|intervenuti|sistemato', 3, 'ma'),
  clear: {
    churn: anyPlace([
      "(?:disd(?:ire|ico|iremo|etto)|cancell(?:are|o|ero|eremo|iamo)|annull(?:are|o|iamo)|chiud(?:ere|o|iamo)) (?:il |la |l')?(?:mio |mia |nostro |nostra )?(?:abbonamento|contratto|account|conto|iscrizione|licenza|polizza)",
      '(?:cambi|pass)(?:are|ero|o|iamo|eremo|ando) (?:a |ad |con )?(?:un altro |altro |un nuovo )?(?:fornitore|operatore|gestore|banca|servizio|concorrente|alla concorrenza|assicurazione)',
      `(?:pass(?:are|o|ero|eremo|iamo|ando|ato|ati)|andare|vado|andro|andremo|andiamo|rivolger(?:mi|ci|o|emo)|comprare)(?: ${WORD}){0,3} (?:alla concorrenza|(?:a |da )un concorrente|dal concorrente)`,
      '(?:cerc|valut|guard)(?:ando|o|iamo|are) (?:\\w+ )?(?:delle |altre |un )?alternativ[ea]|(?:cerc|valut)(?:ando|o|iamo) (?:un altro|altri) (?:fornitor[ei]|strument[oi]|serviz[io])',
      'non (?:\\w+ )?rinnov(?:ero|eremo|o|are|iamo)',
    ]),
    effort: anyPlace([
      `(?:dovuto|devo|dobbiamo|tocca)(?: ${WORD}){0,2} (?:chiamare|telefonare|scrivere|spiegare|ripetere|provare|chiedere|inviare|contattare|tornare)(?: ${WORD}){0,4} ${OFTEN}`,
      `(?:chiamato|telefonato|scritto|provato|chiesto|contattato|spiegato)(?: ${WORD}){0,3} ${OFTEN}`,
      '(?:ore|giorni|settimane) (?:di attesa|in attesa|al telefono|ad aspettare|per (?:riuscire|ottenere|parlare|avere))',
      `(?:rimbalzat[oaie]|mandat[oaie])(?: ${WORD}){0,2} (?:da un|tra|da una)`,
      'troppi (?:passaggi|clic|moduli|documenti)|troppa (?:burocrazia|fatica)|troppo (?:complicato|macchinoso|laborioso)',
    ]),
    urgency: anyPlace([
      'asap|urgent[ei]|urgentemente|con urgenza|il prima possibile|al piu presto|quanto prima',
      `(?:produzione|sistema|server|sito|negozio|piattaforma)(?: ${WORD})? (?:e|risulta)(?: ${WORD})? (?:ferm[oa]|bloccat[oa]|offline|giu|fuori uso)`,
      `(?:siamo|sono|e)(?: ${WORD}){0,2} bloccat[oaie]`,
      'siamo (?:tutti |completamente )?ferm[ie]',
    ]),
  },
  likely: {
    churn: anyPlace([
      `(?:voglio|vogliamo|penso|pensiamo|sto|stiamo|vorrei|intendo)(?: ${WORD}){0,3} (?:disdire|disinstallare|disinstallando|abbandonare|lasciarvi|recedere)`,
      "mai piu (?:con|da|qui|comprero|torner\\w+)|(?:e )?l'ultima volta che (?:compro|compriamo|ordino|vengo|uso)|non (?:tornero|torneremo|comprero|compreremo)|(?:disdico|disdiro|disinstallo)|^(?:la |richiesta di )?disdetta(?=[.!]*$)|(?:chiedo|chiediamo|richiedo|richiediamo|mando|invio|inviare) (?:la )?disdetta",
    ]),
    effort: anyPlace([
      '(?:molto|troppo|davvero|estremamente|cosi) (?:complicato|macchinoso|faticoso|difficile|laborioso) (?:da|per)?|macchinos[oa]|impossibile (?:contattare|parlare|trovare)',
      '(?:ancora|sto ancora|stiamo) (?:\\w+ )?(?:aspettando|in attesa|senza risposta)|(?:aspetto|aspettiamo|attendo|attendiamo)(?: \\w+){0,3} da (?:\\w+ )?(?:ore|giorni|settimane|mesi)|nessuna risposta (?:da|dopo)',
    ]),
    urgency: anyPlace([
      `(?:bisogno|serve|prego|per favore|dovete|rispondete|risolvete)(?: ${WORD}){0,6} (?:immediatamente|subito|entro (?:domani|oggi|venerdi|lunedi))`,
      "(?:e|e')(?: \\w+)? un'emergenza|(?:errore|problema) critico|(?:alta|massima) priorita|perdendo (?:\\w+ )?(?:soldi|clienti|vendite)",
    ]),
  },
};

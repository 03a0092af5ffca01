import { anyPlace, endsWithin, type IntentPatterns } from './intent';

const SUPPLIER =
  '(?:anbieter|dienstleister|lieferanten?|bank|firma|tool|app|software|losung|produkt|versicherung|plattform)';
const OFTEN =
  '(?:zweimal|dreimal|viermal|funfmal|mehrmals|mehrfach|immer wieder|standig|(?:zwei|drei|vier|funf|zehn) ?mal|\\d+ ?mal)';
/** Between the words of a pattern; a negation there denies it. */
const WORD = '(?!(?:nicht|nie|niemals|kein|keine|keinen|ohne) )\\p{L}+';

/** After the verb a negation denies it: "ich kündige nicht". */
const NOT_DENIED =
  '(?!(?: (?!(?:weil|da|wenn|falls|und|aber|denn|sonst) )\\p{L}+){0,4} (?:nicht|nie|niemals|kein|keine|keinen)(?!\\p{L}))';

const TO_COMPETITOR = '(?:zur|zu einer?|zum|zu einem) (?:konkurrenz|konkurrenten|mitbewerber|wettbewerber)';

export const GERMAN_INTENTS: IntentPatterns = {
  denied: endsWithin(
    'nicht|nie|niemals|kein|keine|keinen|ohne|weder|noch nie|kaum|statt|sie haben|hat der|hat die',
    4,
    'und|aber|sondern|oder|weil|ich|wir',
  ),
  done: endsWithin(
    'gelost|geholfen|behoben|beantwortet|kam|kamen|reagiert|wurde|hat|haben|erhielt|bekam',
    4,
    'und|aber',
  ),
  clear: {
    churn: anyPlace([
      `(?:abo|abonnement|vertrag|mitgliedschaft|konto|lizenz|account)(?: ${WORD}){0,3} (?:kundigen|gekundigt|beenden|kundige)${NOT_DENIED}`,
      `(?:kundige|kundigen|beende)(?: ${WORD}){0,3} (?:abo|abonnement|vertrag|mitgliedschaft|konto|lizenz)${NOT_DENIED}`,
      `(?:zu |auf )?(?:einem |einen |eine |zum |zur )?(?:anderen|andere|neuen) ${SUPPLIER} (?:wechseln|umsteigen|suchen|gewechselt)`,
      `(?:gehe?n?|wechseln?|wechsle|abwandern)(?: ${WORD}){0,4} ${TO_COMPETITOR}|${TO_COMPETITOR} (?:zu )?(?:gehen|wechseln|abwandern|gegangen|gewechselt|wechsle|gehe)`,
      'anbieter (?:wechseln|gewechselt)|(?:wechsle|wechseln) (?:den|unseren|meinen) anbieter',
      `(?:suchen?|sehen|schaue?n?|prufen?)(?: ${WORD}){0,4} alternativen?|alternativen?(?: ${WORD}){0,2} (?:suchen|umsehen|prufen)`,
      `(?:werde|werden)(?: ${WORD}){0,4} nicht (?:verlangern|mehr (?:kaufen|bestellen|kommen))|(?:ich|wir) verlanger[en]{1,2}(?: (?:den|das|die|unseren|unsere|meinen|mein|unser) \\p{L}+)? nicht`,
    ]),
    effort: anyPlace([
      `(?:musste|mussten|muss)(?: ${WORD}){0,4} ${OFTEN}(?: ${WORD}){0,4} (?:anrufen|schreiben|erklaren|nachfragen|eingeben|probieren|versuchen|melden|wiederholen|hingehen)`,
      `(?:${OFTEN}) (?:\\p{L}+ ){0,2}(?:angerufen|geschrieben|nachgefragt|versucht|erklart|gemeldet|probiert|kontaktiert)`,
      `(?:stundenlang|tagelang|wochenlang)(?: ${WORD}){0,3} (?:gewartet|warten|gesucht|telefoniert|probiert|warteschleife)`,
      '(?:von|vom) (?:einem|einer|pontius|abteilung) (?:\\p{L}+ )?zum? (?:anderen|nachsten|pilatus)|hin und her (?:geschickt|gereicht|verbunden)',
      'viel zu (?:viele (?:schritte|klicks|formulare)|viel aufwand|umstandlich|kompliziert)',
    ]),
    urgency: anyPlace([
      'asap|dringend\\p{L}*|eilt|so schnell wie moglich|schnellstmoglich|umgehend|unverzuglich',
      `(?:produktion|produktivsystem|system|server|shop|seite|anlage)(?: ${WORD})? (?:steht|ist ausgefallen|ist down|liegt lahm|ist offline)(?! (?:auf|in|fur|zum))`,
      `(?:sind|bin|ist)(?: ${WORD}){0,3} (?:blockiert|lahmgelegt|arbeitsunfahig)`,
    ]),
  },
  likely: {
    churn: anyPlace([
      `(?:(?:ich|wir)(?: ${WORD}){0,4} (?:kundigen|gekundigt)|(?:ich|wir) kundige?n?)(?!\\p{L})${NOT_DENIED}`,
      '^(?:meine |unsere |hiermit )?kundigung(?=[.!]*$| zum )',
      `(?:uberlege|uberlegen|denke|denken|spiele)(?: ${WORD}){0,5} (?:zu wechseln|wechsel|kundigung|zu kundigen)|(?:uberlege|uberlegen|denke|denken)(?:,? ${WORD}){0,6} (?:nicht|nicht mehr) zu verlangern`,
      `nie wieder (?:bei|mit|zu|dieses?|diese)|(?:war|ist|wird) (?:\\p{L}+ )?das letzte mal(?! (?:als|da|sehr|so))|zum letzten mal (?:hier|bei|bestellt|gekauft)|(?:ich|wir) (?:habe|haben|werde|werden)(?: ${WORD}){0,3} deinstallier(?:t|en)`,
    ]),
    effort: anyPlace([
      '(?:sehr|zu|extrem|unnotig|so) (?:umstandlich|muhsam|kompliziert|aufwandig|aufwendig)|zeitaufwandig|zeitraubend',
      `(?:warte|warten|wartete|gewartet)(?: ${WORD}){0,4} (?:seit|stunden|tagen?|wochen)|seit (?:tagen|wochen|\\d+ tagen)(?: ${WORD}){0,3} (?:antwort|ruckmeldung)`,
    ]),
    urgency: anyPlace([
      `^sofort(?=[.!]*$)|sofort(?:ige)? (?:hilfe|losung|beheben|losen|bitte)|(?:bitte|brauche|brauchen|muss|mussen)(?: ${WORD}){0,5} (?:sofort|bis (?:morgen|heute|freitag|montag)|noch heute)`,
      `(?:ist|als|echter) (?:\\p{L}+ )?notfall|kritischer? fehler|(?:hochste|hohe) prioritat|verlieren(?: ${WORD})? (?:geld|kunden|umsatz)`,
    ]),
  },
};

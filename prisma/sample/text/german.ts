import type { ForeignText } from './foreign-text';

export const german: ForeignText = {
  complaints: {
    'login-sso': [
      '{die Anmeldung|der Login} über <idp> {geht seit gestern nicht mehr|schlägt ständig fehl}',
      'ich werde {alle <n> Minuten|mehrmals am Tag} {abgemeldet|rausgeworfen} und muss mich neu {anmelden|einloggen}',
      'SSO {landet in einer Endlosschleife|funktioniert nach dem Zertifikatswechsel nicht mehr}',
      'der 2FA-Code {kommt nie an|ist immer ungültig}, {halbe Abteilung ausgesperrt|ich komme nicht rein}',
    ],
    'crm-sync': [
      'beim Abgleich mit <crm> {gehen Datensätze verloren|sind <nnn> Kontakte verschwunden}',
      'der <crm>-Sync {überschreibt|löscht} {unsere Kundendaten|gepflegte Felder}, {im Protokoll steht trotzdem Erfolg|ohne jede Fehlermeldung}',
      'nach {jeder|der nächtlichen} Synchronisation fehlen {Kontakte|Deals|Firmen} aus <crm>',
      'wir gleichen <crm> jetzt {von Hand|jeden Morgen manuell} ab, weil {die Schnittstelle Datensätze verliert|Opportunities einfach nicht ankommen}',
    ],
    'slow-dashboards': [
      'die Dashboards sind {extrem|unerträglich} langsam, <secs> Sekunden {Ladezeit|bis etwas kommt}',
      'das Dashboard {lädt ewig|hängt ständig}, {egal welcher Browser|besonders montags}',
      'Ladezeiten im Dashboard {sind eine Zumutung|werden immer schlimmer}',
    ],
    'billing-invoices': [
      '{die Rechnung|Rechnung <invoice>} stimmt nicht, {es werden zu viele Lizenzen berechnet|die USt fehlt}',
      'im <monthDe> wurde {doppelt|zweimal} abgebucht',
      'die Rechnungsadresse ist {immer noch falsch|seit Monaten falsch}, {die Buchhaltung lehnt sie ab|trotz mehrfacher Bitte}',
    ],
    'excel-export': [
      'der Excel-Export {bricht ab|ist unvollständig|lässt Zeilen weg}',
      'im {Excel|CSV} sind {die Umlaute kaputt|alle Datumswerte im US-Format}, {jede Woche Handarbeit|so nicht brauchbar}',
      'Dezimalkommas werden beim Export {zu Text|zu Tausendern}, {Pivot geht nicht|ich korrigiere von Hand}',
    ],
    'mobile-crash': [
      'die App stürzt {sofort|beim Start} ab{|, <phone>}, {seit dem Update|seit Version <version>}',
      'seit dem {letzten|neuen} Update {öffnet sich die App nicht mehr|schließt sich die App von selbst}',
      'App stürzt {ständig|dauernd} ab, unsere Monteure {können keine Zeiten erfassen|schreiben wieder Zettel}',
      '{neu installiert|zweimal neu installiert}, App {stürzt trotzdem ab|hängt beim Logo und ist weg} ({Galaxy S22|<phone>})',
    ],
    onboarding: [
      'die Einführung war {zu schnell|zu allgemein}, {die Hälfte ist schon vergessen|nicht auf uns zugeschnitten}',
      'auf den ersten Schulungstermin haben wir <n> Wochen gewartet',
    ],
    'support-response': [
      'der Support {braucht <days> Tage für eine Antwort|antwortet nur mit Textbausteinen}',
      'Ticket <ticket> wurde {ohne Lösung|kommentarlos} geschlossen',
      '{vom Support|seit <days> Tagen} keine Rückmeldung',
    ],
    'price-increase': [
      '<pct> Preiserhöhung {sind für uns nicht vertretbar|ist happig|ohne Mehrwert}',
      '{zu teuer|inzwischen zu teuer} {für kleine Firmen|für das, was wir nutzen}',
      'der Preis pro Nutzer {steigt und steigt|passt nicht mehr}',
    ],
    integrations: [
      'eine {Anbindung|Schnittstelle} an {DATEV|<tool>} fehlt',
      '{leider|noch immer} keine Integration mit <tool>, {wir tippen alles doppelt|schade}',
      '{bitte|wir wünschen uns} eine <ledger>-Schnittstelle',
    ],
    permissions: [
      '{Freie Mitarbeiter|Externe} sehen {unsere Stundensätze|interne Margen}, das Rechtesystem ist zu grob',
      'es fehlt eine {reine Leserolle|Rolle nur zum Lesen} für {die Geschäftsführung|Prüfer}',
      'Projektleiter brauchen Adminrechte, {nur um Zeiten freizugeben|das geht gar nicht}',
    ],
    notifications: [
      'viel zu viele {Benachrichtigungen|E-Mails}, {<nn> am Tag|liest keiner mehr}',
      'Benachrichtigungen lassen sich {nicht pro Projekt|gar nicht richtig} abschalten{|, nervt}',
    ],
    'docs-api': [
      'die API-Dokumentation ist {veraltet|lückenhaft}, {Beispiele laufen nicht|Felder heißen anders}',
      'die Hilfeartikel {zeigen noch die alte Oberfläche|helfen nicht weiter}',
    ],
    'closing-account': [
      'wir haben {vor <n> Wochen|im <monthDe>} gekündigt und {es wird weiter abgebucht|warten immer noch auf die Erstattung}',
      'die Kündigung {wurde nie bestätigt|ist ein Hindernislauf}, {Konto ist immer noch aktiv|unmöglich}',
      '{Rückerstattung|die Erstattung} {steht seit <days> Tagen aus|kommt einfach nicht}, Kündigung war fristgerecht',
    ],
    'ease-of-use': [
      '{zu viele Klicks|zu umständlich} für {eine einfache Buchung|eine Stunde Zeiterfassung}',
      'das neue Menü ist {verwirrend|unübersichtlich}',
    ],
    reporting: [
      '{die Auswertungen|die Berichte} sind zu {starr|unflexibel}, {kein Vorjahresvergleich|}',
      'Zahlen im Bericht {passen nicht zu|widersprechen} {unserer Kalkulation|der Projektseite}',
    ],
  },
  praise: {
    'ease-of-use': [
      '{sehr|wirklich|super} {einfach|leicht} zu bedienen{|, auch für Einsteiger}',
      '{übersichtlich|aufgeräumt} und {intuitiv|schnell}, {das ganze Team kommt klar|macht Spaß}',
      '{die Bedienung|Bedienung} ist {selbsterklärend|ein Traum}',
    ],
    reporting: [
      'die {Auswertungen|Berichte} {pro Kunde|zur Marge} sind {top|Gold wert}',
      'endlich {sehe ich, welche Projekte Geld verdienen|klare Zahlen auf einen Klick}',
    ],
    onboarding: [
      '{tolle|hervorragende} Einführung, {danke an <person>|sehr geduldig}',
      'die Schulung war {klasse|genau richtig}, {nach zwei Tagen startklar|alle Fragen geklärt}',
    ],
    'support-response': [
      'Support {antwortet schnell|ist freundlich und kompetent}',
      '<person> vom Support hat {in zehn Minuten|noch am selben Tag} geholfen',
    ],
    'mobile-crash': ['die App ist {auf der Baustelle|unterwegs} {sehr praktisch|Gold wert}'],
    integrations: ['die Anbindung an <tool> {läuft einwandfrei|ist klasse}'],
  },
  subjects: {
    problem: ['{Dringend: |}Problem', 'Funktioniert nicht mehr', 'Bitte um Hilfe', 'Fehler{| schon wieder}'],
    other: ['Frage', 'Kurze Rückmeldung', 'Wunsch'],
  },
  greetings: ['Hallo,', 'Guten Tag,', 'Hallo zusammen,', 'Moin,', 'Sehr geehrte Damen und Herren,'],
  signOffs: ['Mit freundlichen Grüßen', 'Viele Grüße', 'LG', 'Danke und Gruß'],
  but: [', aber ', ', allerdings ', ' – aber '],
  also: ['Außerdem: ', 'Und ', 'Dazu kommt: '],
  negativeClosings: [
    'bitte {dringend beheben|endlich beheben}',
    '{sehr enttäuschend|so geht das nicht}',
    '{wir schauen uns nach Alternativen um|so können wir nicht arbeiten}',
    '{früher war das besser|das muss besser werden}',
  ],
  positiveClosings: ['{weiter so|danke ans Team}', 'klare Empfehlung', 'gerne wieder', 'passt alles'],
  vaguePraise: [
    '{gutes|sehr gutes} Programm',
    '{läuft|läuft gut|alles bestens}',
    '{sind zufrieden|sehr zufrieden}',
    'passt',
  ],
  vagueComplaints: [
    '{leider enttäuscht|nicht überzeugt}',
    '{zu viele Fehler|wird immer schlechter}',
    'geht so',
  ],
  nothing: ['nichts', 'ok', 'k.A.', 'keine', 'passt'],
  followUps: [
    '{leider unverändert|immer noch dasselbe|Problem besteht weiter}',
    'gibt es {etwas Neues|schon einen Stand}?',
    'Screenshot {anbei|hängt an}',
    '{haben wir probiert|schon versucht}, {hilft nicht|ohne Erfolg}',
    'es eilt {leider|wegen des Monatsabschlusses}',
  ],
  thanks: [
    '{danke|vielen Dank}, {läuft wieder|hat geklappt|erledigt}',
    'super, danke {<person>|für die schnelle Hilfe}',
    '{alles klar|ok}, wir {warten ab|testen morgen}',
  ],
  staff: [
    'Hallo <first>, vielen Dank für die Nachricht. Ich kläre das mit der Entwicklung und melde mich. Viele Grüße, <agent>',
    'Hallo <first>, das tut mir leid. Können Sie mir sagen, seit wann es auftritt? Viele Grüße, <agent>',
    'Danke für die Angaben, ich habe sie an die Technik weitergegeben. <agent>',
  ],
  reviewTitles: {
    good: ['Sehr gut', 'Empfehlung', 'Praktisch', 'Top'],
    bad: ['Enttäuschend', 'Leider nicht gut', 'Ärgerlich', 'Nachbessern'],
  },
};

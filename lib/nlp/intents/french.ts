import { anyPlace, endsWithin, type IntentPatterns } from './intent';

const SUPPLIER =
  '(?:fournisseur|prestataire|operateur|banque|outil|application|appli|logiciel|service|societe|enseigne|magasin|site|marque|assureur)';
const OFTEN =
  '(?:(?:deux|trois|quatre|cinq|dix|plusieurs|\\d+|maintes) (?:fois|reprises)|sans cesse|encore et encore)';
/** Between the words of a pattern; a negation there denies it. */
const WORD = "(?!(?:pas|jamais|sans|ne|aucune?|n'\\w+) )\\w+";

/** Who goes, not whose prices are compared: "trop cher par rapport a la concurrence". */
const GO =
  "(?:part(?:ir|ons|irai|irons)|pars|passer?|passons|passerai|passerons|aller|vais|allons|irai|irons|ira|voir|faire un tour|se fera|m'adresser|me tourner|commander)";
/** Who puts it back after taking it off stays. */
const NOT_AGAIN = '(?![^.!?]{0,40}re-?install)';

export const FRENCH_INTENTS: IntentPatterns = {
  denied: endsWithin(
    "pas|jamais|sans|aucun|aucune|ni|plus besoin de|ne|n'ai|n'avons|n'est|vous avez|ils ont|au lieu de|rien d'|rien de",
    3,
    'et|mais|ou|car|donc|je|nous|que',
  ),
  done: endsWithin('repondu|resolu|regle|aide|livre|arrive|rembourse|intervenu|reagi', 3, 'et|mais'),
  clear: {
    churn: anyPlace([
      "(?:resili|annul|ferm|supprim|clotur)(?:er|ons|e|ez|ant|erai|erons) (?:mon|notre|nos|mes|le|l') ?(?:abonnement|contrat|compte|adhesion|forfait|licence)s?",
      `(?:changer|changeons|changerai|changerons|(?:je|j'ai|nous avons) change) (?:de |d')(?:${SUPPLIER})|(?:part|all|pass)(?:er|ir|ons|erai|erons|e) (?:chez|a|vers) (?:un autre |une autre |d'autres )(?:${SUPPLIER}|concurrent)`,
      `${GO}(?: ${WORD}){0,5} (?:chez|a) (?:la concurrence|un concurrent|vos concurrents|un autre (?:fournisseur|prestataire|operateur))`,
      "(?:cherch|recherch|regard|etudi|explor)(?:e|ons|er|ant) (?:\\w+ )?(?:une |des |d'autres |les )?(?:alternatives?|autres (?:fournisseurs|prestataires|solutions))",
      "ne (?:renouvellerai|renouvellerons|renouvelle|renouvelons) (?:pas|plus)|(?:n'y|ne) (?:retournerai|reviendrai|commanderai|acheterai|remettrai) (?:plus|pas|jamais)",
    ]),
    effort: anyPlace([
      `(?:du|dois|devons|fallu|faut|oblige[es]? d(?:e|'))(?: ${WORD}){0,2} ?(?:appele|rappele|telephone|ecri|relance|explique|demande|essaye|recommence|reessaye|retourne|envoye|contacte)(?:r|re)?(?: ${WORD}){0,4} ${OFTEN}`,
      `(?:appele|rappele|ecrit|relance|telephone|essaye|contacte|demande|reclame)(?: ${WORD}){0,3} ${OFTEN}`,
      `(?:(?:ai|avons|a|avoir|ayant) (?:passe|perdu|attendu)|attends?|attendons)(?: ${WORD}){0,3} (?:des heures|des jours|des semaines|une heure|\\d+ (?:heures|jours|semaines))(?! (?:formidable|agreable|merveilleu))`,
      `(?:renvoye|balade|ballote|promene)s?(?: ${WORD}){0,2} (?:d'un|de service|d'une|entre)`,
      "trop (?:d'etapes|de clics|de formulaires|de demarches|complique|laborieux)|parcours du combattant",
    ]),
    urgency: anyPlace([
      "asap|urgent(?:e|s)?|(?:c'est|il y a) (?:une )?urgence|(?<!(?:en cas|services?|numeros?|appels?|contacts?|assistance) )d ?'?urgence|le plus (?:vite|rapidement|tot) possible|des que possible|au plus vite",
      `(?:production|systeme|site|serveur|boutique|plateforme)(?: ${WORD})? est(?: ${WORD})? (?:en panne|hors service|bloquee?|a l'arret|tombee?)`,
      `(?:sommes|suis)(?: ${WORD}){0,2} bloquee?s?|bloquant`,
    ]),
  },
  likely: {
    churn: anyPlace([
      `(?:je|nous|vais|allons|pense|pensons|envisage|envisageons|compte|veux|voulons|souhaite)(?: ${WORD}){0,3} (?:resilier|desinstaller${NOT_AGAIN}|desabonner|changer de cremerie|quitter)`,
      `(?:je|nous) (?:resilie|resilions|desinstalle${NOT_AGAIN})|plus jamais (?:chez|cette|ce|je|nous)|(?:c'est|sera|etait) la derniere (?:fois|commande)(?! que (?:je|nous) (?:suis|sommes) venue?s?)|premiere et derniere (?:fois|commande)`,
    ]),
    effort: anyPlace([
      '(?:trop|tres|vraiment|extremement|bien trop) (?:complique|laborieux|fastidieux|penible|difficile)e? (?:de|a|pour)|fastidieux|chronophage|impossible (?:de|a) (?:joindre|contacter|(?:en )?trouver quelqu|avoir (?:quelqu|une? |au ))',
      'toujours (?:pas de|aucune|sans) (?:reponse|nouvelles?)|(?:sans|aucune) (?:reponse|nouvelle)s? depuis',
    ]),
    urgency: anyPlace([
      "(?:besoin|faut|merci|veuillez|repondez|reglez|corrigez)(?: [\\w']+){0,6} (?:immediatement|tout de suite|rapidement|avant (?:demain|ce soir|lundi|vendredi)|aujourd'hui)",
      `tout est(?: ${WORD})? (?:bloque|a l'arret)`,
      '(?:bug|probleme|erreur|incident) critique|(?:haute|plus haute) priorite|(?:perdons|perd) (?:\\w+ )?(?:clients|argent|ventes|chiffre)',
    ]),
  },
};

import type { ForeignText } from './foreign-text';

export const french: ForeignText = {
  complaints: {
    'login-sso': [
      'impossible de se connecter {via|avec} <idp> {depuis ce matin|depuis hier|une fois sur deux}',
      'je suis {déconnecté|déconnectée} {toutes les <n> minutes|plusieurs fois par jour} et je dois {me reconnecter|retaper le code}',
      "le SSO {ne marche plus|tourne en boucle} {depuis la mise à jour|pour la moitié de l'équipe}",
      "le code de double authentification {n'arrive jamais|arrive trop tard}",
    ],
    'crm-sync': [
      'la synchro <crm> a {perdu|fait disparaître} <nnn> {contacts|fiches clients|opportunités}',
      "des {fiches|affaires} <crm> {disparaissent|manquent} après chaque synchronisation, {sans aucun message d'erreur|et le journal dit que tout va bien}",
      "le connecteur <crm> {écrase nos données|remplace les champs par du vide}, {c'est inadmissible|on a dû restaurer une sauvegarde}",
      'on {compare|doit comparer} <crm> à la main tous les matins parce que des {contacts|enregistrements} se perdent dans la synchro',
    ],
    'slow-dashboards': [
      "les tableaux de bord sont {très|horriblement} lents, <secs> secondes {pour s'afficher|à chaque ouverture}",
      'le tableau de bord {met une éternité à charger|tourne dans le vide}, {surtout le lundi|même avec une bonne connexion}',
      'lenteur {insupportable|pénible} du tableau de bord {principal|du portefeuille}',
    ],
    'billing-invoices': [
      "la facture {de <monthFr>|<invoice>} est {fausse|incorrecte}, {on nous compte trop d'utilisateurs|la TVA manque}",
      'nous avons été {facturés|débités} deux fois {ce mois-ci|en <monthFr>}',
      "l'adresse sur {vos factures|la facture} n'est toujours pas la bonne, {notre comptable la refuse|malgré <n> demandes}",
    ],
    'excel-export': [
      "l'export Excel {coupe des lignes|est incomplet|ouvre avec un message d'erreur}",
      "dans l'export {Excel|CSV} les {dates sont au format américain|accents sont illisibles}, {je corrige à la main chaque semaine|pénible}",
      "{impossible|pas moyen} d'exporter {les heures|le mois entier} vers Excel {sans que ça plante|d'un coup}",
    ],
    'mobile-crash': [
      "l'appli mobile plante {au démarrage|dès l'ouverture} depuis la mise à jour",
      "{depuis|avec} la version <version> l'application {se ferme toute seule|ne s'ouvre plus} sur mon <phone>",
      "plus moyen de pointer sur le téléphone, l'appli {plante|se ferme} {à chaque fois|sans arrêt}",
      "{ça plante|crash} {sans cesse|au lancement} sur <phone>, {réinstallée deux fois|rien n'y fait}",
    ],
    onboarding: [
      'la formation de départ était {trop rapide|trop générale}, {on a oublié la moitié|pas adaptée à notre métier}',
      'il a fallu <n> semaines {pour démarrer|avant la première session de formation}',
    ],
    'support-response': [
      'le support met {<days> jours|une semaine} à répondre',
      '{mon ticket|ma demande} <ticket> a été {fermé|clos} sans solution',
      "le support ne répond qu'aux heures américaines, {on perd une journée à chaque échange|pas pratique}",
    ],
    'price-increase': [
      "l'augmentation de <pct> {passe mal|est difficile à justifier} {pour une petite structure|auprès de la direction}",
      "{trop cher|devenu trop cher} pour {ce que c'est|une équipe de notre taille}",
      'le prix par utilisateur {ne cesse de monter|a encore augmenté}',
    ],
    integrations: [
      'il manque {une intégration|un connecteur} <tool>',
      "{pas d'|toujours pas d'}intégration avec <ledger>, {on saisit tout deux fois|dommage}",
      "{serait-il possible|pouvez-vous} {d'ajouter|de proposer} un connecteur <tool> ?",
    ],
    permissions: [
      'les {freelances|externes} voient {nos tarifs|nos marges}, les droits ne sont pas assez fins',
      'il {faudrait|manque} un rôle en lecture seule pour {la direction|nos clients}',
      "{impossible|on ne peut pas} {de |}donner le droit de valider sans donner les droits d'administrateur",
    ],
    notifications: [
      'beaucoup trop de {notifications|mails}, {<nn> par jour|je ne les lis plus}',
      'je reçois {des rappels la nuit|chaque alerte en double}, impossible de {couper|régler} ça {par projet|}',
    ],
    'docs-api': [
      "la documentation de l'API {n'est pas à jour|est incomplète}, {on avance à tâtons|les exemples ne marchent pas}",
      "les articles d'aide {montrent l'ancienne interface|ne correspondent plus aux écrans}",
    ],
    'closing-account': [
      'nous avons résilié {il y a <n> semaines|en <monthFr>} et {on nous prélève encore|toujours pas de remboursement}',
      '{impossible|toujours impossible} de {fermer|clôturer} notre compte, {personne ne répond|on tourne en rond}',
      "j'attends le remboursement depuis <days> jours, {la résiliation a pourtant été confirmée|c'est inadmissible}",
    ],
    'ease-of-use': [
      '{trop de clics|interface trop chargée} pour {une simple saisie|saisir une heure}',
      "le nouveau menu {est déroutant|n'est pas intuitif}",
    ],
    reporting: [
      "les rapports {manquent de souplesse|sont trop limités}, {pas de comparaison d'une année sur l'autre|}",
      'le rapport de rentabilité {ne colle pas avec|contredit} nos chiffres',
    ],
  },
  praise: {
    'ease-of-use': [
      '{très|vraiment} {simple|facile} à utiliser{|, même pour les débutants}',
      "interface {claire|agréable|intuitive}, {toute l'équipe a compris tout de suite|un plaisir}",
      "{prise en main|c'est d'une prise en main} {rapide|immédiate}",
    ],
    reporting: [
      'les rapports {de rentabilité|par client} sont {excellents|très utiles}',
      '{enfin|on voit enfin} {une vue claire des marges|où passent les heures}',
    ],
    onboarding: [
      '{super|excellent} accompagnement au démarrage, merci à <person>',
      'la formation {était parfaite|nous a fait gagner des semaines}',
    ],
    'support-response': [
      'support {rapide|réactif} et {très aimable|compétent}',
      '{<person> du support|le support} a {réglé le problème|répondu} en {dix minutes|une heure}',
    ],
    'mobile-crash': [
      "l'application mobile est {très pratique|top} {sur les chantiers|pour les notes de frais}",
    ],
    integrations: ["l'intégration <tool> {marche très bien|est un vrai plus}"],
  },
  subjects: {
    problem: ['Problème {urgent|}', 'Ça ne fonctionne plus', "Besoin d'aide", 'Toujours le même souci'],
    other: ['Question', 'Petite demande', 'Une remarque'],
  },
  greetings: ['Bonjour,', 'Bonjour à tous,', "Bonjour l'équipe,", 'Bonsoir,'],
  signOffs: ['Cordialement', "Merci d'avance", 'Bien à vous', 'Merci'],
  but: [', mais ', ' mais ', ', par contre '],
  also: ['Et puis ', 'De plus, ', 'Aussi, '],
  negativeClosings: [
    'merci de {corriger ça|faire le nécessaire}',
    '{très déçu|vraiment dommage}',
    "on regarde {ailleurs|d'autres solutions}",
    '{ça devient pénible|il faut que ça change}',
  ],
  positiveClosings: ["{merci|bravo} à l'équipe", 'je recommande', 'continuez comme ça', 'rien à redire'],
  vaguePraise: [
    '{très|} bon outil',
    'très {satisfait|satisfaite|bien}',
    '{rien à redire|parfait pour nous}',
    'top !',
  ],
  vagueComplaints: ['{déçu|déçue|bof}', '{peut mieux faire|trop de bugs}', 'pas {convaincu|convaincue}'],
  nothing: ['rien', 'ras', 'RAS', 'ok', 'néant'],
  followUps: [
    '{toujours pareil|aucun changement} {chez nous|de notre côté}',
    '{avez-vous|auriez-vous} des nouvelles ?',
    "je vous {joins|envoie} une capture d'écran",
    '{on a essayé|essayé}, {ça ne change rien|sans succès}',
    "c'est assez urgent pour {nous|la fin du mois}",
  ],
  thanks: [
    "{merci|merci beaucoup}, {ça marche|c'est réglé|tout est rentré dans l'ordre}",
    'parfait, merci {<person>|à vous}',
    "{d'accord|entendu}, on {attend|essaie demain}",
  ],
  staff: [
    'Bonjour <first>, merci pour votre message. Je regarde cela avec nos développeurs et reviens vers vous rapidement. <agent>',
    "Bonjour <first>, désolé pour ce désagrément. Pourriez-vous m'indiquer quand cela s'est produit la dernière fois ? <agent>",
    "Merci pour ces précisions, je transmets à l'équipe technique. <agent>",
  ],
  reviewTitles: {
    good: ['Très bien', 'Je recommande', 'Bon outil', 'Pratique'],
    bad: ['Décevant', 'Bof', 'À revoir', 'Dommage'],
  },
};

/**
 * Words that carry no topic, by language: function words, and the fillers of feedback ("thing", "please", "bit").
 * Contracted forms appear as what is left of the apostrophe ("don", "isn"), the way the tokenizer cuts them.
 */
const LISTS: Record<string, string> = {
  en: `a about above actually after again against ago all almost along already also although always am among an and
any anybody anyone anything anyway anywhere are aren around as ask asked asking at away back be became because become
been before being below besides between both but by came can cannot cant come comes coming could couldn dear did didn do
does doesn doing don done dont down due during each either else enough especially etc even ever every everybody everyone
everything everywhere few find first for from further gave generally get gets getting give given gives giving go goes
going gone gonna got had hadn happen happened happening happens hardly has hasn have haven having he hello hence her
here hers herself hey hi him himself his how however i idk if in instead into is isn it its itself ive im just keep keeps
kept kind know knew known last least less let lets like likely little ll lot lots made mainly make makes making many may
maybe me mean meant might mine more most mostly much must my myself na near nearly need needed needs neither never next
no nobody none nor not nothing now nowadays of off often oh on once one ones only onto or other others otherwise our ours
ourselves out over overall own particular particularly per perhaps please possible possibly pretty probably put quite
rather re really regarding said same saw say saying says see seem seemed seems seen several shall she should shouldn
since so some somebody somehow someone something sometimes somewhat somewhere soon still stuff such sure take taken
takes taking tell than that thats the their theirs them themselves then there therefore these they thing things think
thinking thinks this those though thought through throughout thus till to today together told too took totally toward
towards tried tries true truly try trying two under unless until up upon us use used using usually various ve very via
want wanted wants was wasn way ways we well went were weren what whatever when whenever where wherever whether which
while who whoever whole whom whose why will with within without won wont would wouldn wow yeah yes yet you your yours
yourself yourselves xx xxx xxxx nbsp quot amp improve improved improvement improvements experience experienced issue
issues problem problems three four five able comment comments suggestion suggestions bring brought didnt doesnt wasnt isnt arent couldnt
wouldnt shouldnt hasnt havent hadnt werent dont wont cant thats theres im id feel feeling feels felt look looked looking looks bit aspect
aspects far trouble star stars overall moment matter regarding including guys lol pls plz whilst whatsoever everytime anymore
hopefully actually basically simply seriously literally definitely certainly honestly due sort sorts kinds couple loads plenty
sorry apologies apologise urgent urgently asap honest blunt advise screenshot screenshots attached reopen reopening solved
monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november
december morning mornings afternoon evening yesterday tomorrow week weeks weekend month months year years day days`,
  fr: `a ai aie ainsi alors an apres après as assez au aucun aucune aujourd aura aurait aussi autre autres aux avaient
avais avait avant avec avez avoir avons beaucoup bonjour c ca ça car ce ceci cela celle celles celui cependant ces cet
cette ceux chaque chez ci comme comment contre d dans de dela depuis des dessous dessus deux devant doit donc dont du
durant elle elles en encore enfin entre environ es est et etaient étaient etais étais etait était etant étant etc ete été
etes êtes etre être eu eux faire fais fait faites faut fois font hors hui il ils j jamais je jusqu jusque l la là le les
leur leurs lors lorsque lui m ma mais malgre malgré me meme même memes mêmes merci mes mieux moi moins mon n ne ni non nos
notamment notre nous on ont or ou où oui par parce parfois parmi pas pendant peu peut peuvent plus plusieurs plutot plutôt
pour pourquoi pourrait pouvoir pres près puis puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui
quoi rien s sa sans se sera serait ses si soi soient soit sommes son sont souvent sous suis sur surtout t ta tant te tel
telle tellement tels tes toi ton toujours tous tout toute toutes trop tres très tu un une vers voici voila voilà vos votre
vous vraiment vu y chose choses petit petite niveau cas cordialement fin urgent urgente urgence capture joins nouvelles lundi mardi mercredi jeudi vendredi samedi jour jours semaine semaines mois an ans année années hier matin jene jesuis jetrouve jeles jai aimerais aimerai sinon malheureusement globalement ras redire remarque suggestion
suggestions salutations svp continuez changez fort ait peux veux vais va ait sait dire dit probleme problème problemes
problèmes`,
  de: `ab aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bereits
bin bis bitte bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf das dass daß davon dazu dein deine
dem den denn der des deshalb die dies diese diesem diesen dieser dieses doch dort du durch eben ein eine einem einen einer
eines einfach einige einmal er es etwa etwas euch euer für ganz gar gegen gemacht gewesen gibt habe haben hab hat hatte
hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes
jetzt kann kein keine keinem keinen keiner können könnte leider machen macht mal man mehr mein meine meinem meinen meiner
mich mir mit muss müssen nach nachdem nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen
seiner seit selbst sich sie sind so sogar sollte sollten sondern sonst soll über um und uns unser unsere unter viel viele
vielen vom von vor wann war waren warum was weg weil weiter welche wenn wer werde werden wie wieder will wir wird wo wurde
wurden würde würden zu zum zur zwar zwischen dringend eilt anbei screenshot stand neues erfolg tag tage tagen woche wochen monat monate monaten jahr jahre jahren problem probleme`,
  es: `a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquí así aún aunque bastante bien cada casi como cómo
con contra cosa cosas cual cuando de del desde después donde dos durante e el él ella ellas ellos en entonces entre era
eran eres es esa esas ese eso esos esta está estaba están estar estas este esto estos estoy fue fueron ha había hace hacer
hacia han hasta hay he hemos hola la las le les lo los luego más me mi mientras mis mismo mucha muchas mucho muchos muy nada
ni no nos nosotros nunca o os otra otras otro otros para pero poco por porque puede pueden pues que qué quien quién se sea
ser si sí sido siempre sin sobre solo sólo son soy su sus también tan tanto te tengo tener tiene tienen toda todas todo
todos tu tus un una unas uno unos va vez ya yo usted ustedes gracias urgente urge adjunto captura novedades éxito problema problemas`,
  it: `a ad agli ai al alla alle allo altra altre altri altro anche ancora anni aver avere aveva avevano avete avuto c che chi
ci ciò come con cosa cosi così cui d da dagli dai dal dalla dalle dei del della delle dello deve di dopo dove due e è ed
era erano essere fa fare fatto fino fra già gli grazie ha hai hanno ho i il in io l la le lei li lo loro lui m ma mai me
meno mentre mi mia mie mio molta molte molti molto n ne nel nella nelle nello nessun nessuna niente no noi non nostra nostro nulla
o ogni oltre ora per perché perchè però più po poco poi prima proprio può qua qualche quale quali quando quanto quasi
quella quelle quelli quello questa queste questi questo qui quindi s sei sempre senza si sì sia siamo solo sono sopra sta
stata stati stato su sua sue sugli sui sul sulla sulle suo suoi t tra troppo tutta tutte tutti tutto un una uno va vi voi
volta problema problemi`,
  pt: `a à ainda algo alguém algum alguma algumas alguns ali ante antes ao aos apenas aquela aquele aquilo as às assim até
bem cada coisa coisas com como contra da das de dela dele deles demais depois desde dessa desse desta deste do dois dos e
é ela elas ele eles em entre era eram essa essas esse esses esta está estão estar estas estava este estes estou eu faz
fazer fez foi for foram há isso isto já la lá lhe mais mas me mesma mesmo meu meus minha minhas muita muitas muito muitos
na nada não nas nem nenhum nenhuma no nos nós nossa nosso num numa nunca o obrigado obrigada onde os ou outra outras outro
outros para pela pelas pelo pelos per pode podem pois por porque pouco pra quando quanto que quê quem se seja sem sempre ser
será seu seus só sobre são sou sua suas também tanto te tem têm tenho ter teve tinha toda todas todo todos tu tudo um uma
umas uns vai vem vez você vocês problema problemas`,
};

const STOP_WORDS = new Map(
  Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

const ENGLISH: ReadonlySet<string> = STOP_WORDS.get('en') ?? new Set();

/** The stop words of a language (ISO 639-1 code); an unknown language gets the English ones. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return STOP_WORDS.get(language) ?? ENGLISH;
}

/**
 * The language whose function words occur most often among these lower-cased words; English when none stands out.
 * A stand-in for texts that come without a language, good enough to choose a stop list, not to label a text.
 */
export function guessStopWordLanguage(words: readonly string[]): string {
  let best = 'en';
  let bestCount = 0;
  for (const [language, stopWords] of STOP_WORDS) {
    const count = words.reduce((sum, word) => sum + (stopWords.has(word) ? 1 : 0), 0);
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  return best;
}

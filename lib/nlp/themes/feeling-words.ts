/**
 * Words that say how somebody feels and not what about. They are left out of the theme vocabulary, so that "great
 * support" and "terrible support" are both about support; sentiment is measured elsewhere.
 */
const LISTS: Record<string, string> = {
  en: `absolutely adequate admirable adore amazed amazing amazingly angry annoy annoyed annoying annoyingly appalled
appalling appreciate appreciated appreciation appreciative atrocious awesome awful bad badly beautiful beautifully best
better brilliant brilliantly commend commendable completely concern concerned confident crap damn decent delight delighted
delightful disappoint disappointed disappointing disappointingly disappointment disgrace disgraceful disgusted
disgusting dislike dislikes dissatisfied dreadful enjoy enjoyable enjoyed enjoying excellent excellently exceptional
exceptionally exceed exceeded excited exemplary extreme extremely fab fabulous fantastic fantastically fault faultless fed fine
first-class frustrated frustrating frustration fun furious glad good grateful great greatly gutted happy happier hate
hated hates highly hope hopeless horrendous horrible horrid horrific huge impeccable important impress impressed impressive incredible
incredibly inadequate joke lacking liked likes love loved lovely loves loving magnificent marvellous mess miserable nice nicely
nightmare ok okay outraged outstanding pathetic perfect perfectly please pleasant pleasantly pleased pleasure poor poorly
positive positively praise proud ridiculous ridiculously rubbish sad sadly satisfaction satisfactory satisfied satisfying
second-none shame shameful shocked shocking shit spectacular splendid stunning stupid sucks superb superbly superior superior
terrible terribly terrific thank thankful thankfully thanks thankyou thrilled top tremendous unacceptable unbelievable
unbelievably unfortunately unhappy unpleasant upset upsetting useless valued weird wish wonder wonderful wonderfully
worst worse worth worthless wow wrong recommend recommended recommending useful interesting
interested favorite favourite addict addicted addictive obsessed super cool awsome awsm gud luv gr8 lovley grateful superb class
lame wasted loving fun funny sucks suck hooked freaking`,
  fr: `adore aime aimé apprécie apprécié apprécier agréable agréables agreable beau belle bien bon bonne bonnes bons catastrophe catastrophique
content contente contents correct correcte déception decu déçu déçue dommage excellent excellente excellents
exceptionnel extra fabuleux formidable génial genial hélas horrible impeccable inacceptable insatisfait intéressant intéressante
mauvais mauvaise médiocre meilleur meilleure merveilleux nickel nul nulle ok parfait parfaite parfaitement plaisant plaisir
ravi ravie regrettable satisfait satisfaite satisfaisant satisfaction super sympa top bravo`,
  de: `ausgezeichnet begeistert besser beste besten danke enttäuscht enttäuschend furchtbar großartig gut gute guten guter gutes
herrlich klasse lieb liebe mies perfekt prima schade schlecht schlechte schlechten schlechter schön schöne schrecklich
spitze super toll tolle tollen top unzufrieden wunderbar zufrieden`,
  es: `agradable bueno buena buenas buenos buen contento contenta decepcionado decepcionante encanta encantado estupendo excelente
excelentes fantástico fatal feliz genial gracias horrible increíble mal mala malo malos maravilloso mejor mejores peor
perfecto perfecta pésimo satisfecho satisfecha terrible`,
  it: `bella belle bello bellissimo bene brutto buona buone buoni buono contento delusa deluso eccellente fantastico male meglio
meraviglioso migliore orribile ottima ottimo peggio peggiore perfetta perfetto pessima pessimo piace soddisfatta soddisfatto
stupendo terribile`,
  pt: `adorei amei boa boas bom bons contente decepcionado excelente excelentes fantástico feliz gostei horrível incrível insatisfeito
linda lindo mal maravilhoso maravilhosa mau má melhor melhores ótima ótimo perfeita perfeito pior péssima péssimo
ruim satisfeito satisfeita terrível`,
};

const FEELING_WORDS = new Map(
  Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Whether a lower-cased word of a language (ISO 639-1 code) only says how somebody feels. */
export function isFeelingWord(word: string, language: string): boolean {
  return FEELING_WORDS.get(language)?.has(word) ?? false;
}

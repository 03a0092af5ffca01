import type { ThemeDocument } from './documents';
import { resolveWordLanguage, splitWords } from './tokenize';

/** What a word mostly is in a corpus, in a language without a tagger. */
export type WordRole = 'thing' | 'quality' | 'other';
export type WordRoles = (word: string, language: string) => WordRole;

/** Words that a noun follows: articles, with and without preposition, and possessives. German writes its nouns large instead. */
const BEFORE_THINGS: Record<string, string> = {
  fr: 'le la les un une des du au aux ce cet cette ces mon ma mes notre nos votre vos leur leurs son sa ses chaque quelques plusieurs aucun aucune',
  es: 'el la los las un una unos unas del al este esta estos estas ese esa mi mis su sus nuestro nuestra nuestros nuestras cada',
  it: 'il lo la i gli le un uno una del dello della dei degli delle al allo alla ai alle dal dalla nel nella nei sul sulla questo questa mio mia suo sua nostro nostra ogni',
  pt: 'o a os as um uma uns umas do da dos das no na nos nas ao à pelo pela este esta esse essa meu minha seu sua nosso nossa cada',
};
/** Prepositions that a thing follows, or an infinitive, which ends as few things do ("danger"). */
const OF = new Set(['de', 'd', 'di', 'da']);
const INFINITIVE = /(?:[aei]re|[aeiou]r|re)$/u;
/** Words that a quality follows: forms of "to be" and words of degree. */
const BEFORE_QUALITIES: Record<string, string> = {
  fr: 'est sont était étaient très trop plus moins assez si peu',
  es: 'es son está están era eran muy más menos tan demasiado poco',
  it: 'è sono era erano molto più meno troppo poco',
  pt: 'é são está estão era eram muito mais menos tão pouco',
};
const setsOf = (lists: Record<string, string>) =>
  new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));
const THINGS_AFTER = setsOf(BEFORE_THINGS);
const QUALITIES_AFTER = setsOf(BEFORE_QUALITIES);

/** Of its uses; verbs stand after an article now and then, for articles are pronouns too ("la perd"). */
const THING_SHARE = 0.2;
const QUALITY_SHARE = 0.1;
/** German: written large within a sentence so often, a word is a noun. */
const LARGE_SHARE = 0.6;

type Uses = { all: number; asThing: number; asQuality: number };

/**
 * Tells things from doings by the company that words keep in a corpus: "la synchronisation" is a thing, "trop chère" a quality,
 * "perd" neither. In French, German, Spanish, Italian and Portuguese; in another language nothing tells, and every word passes for a
 * thing.
 */
export function findWordRoles(documents: readonly ThemeDocument[]): WordRoles {
  const uses = new Map<string, Uses>();
  for (const { segment } of documents) {
    const language = resolveWordLanguage(segment.text, segment.language);
    if (language !== 'de' && !THINGS_AFTER.has(language)) continue;
    const words = splitWords(segment.text);
    words.forEach(({ lower, surface }, place) => {
      const [, elided = null, bare = lower] = /^(.*['’])(.+)$/u.exec(lower) ?? [];
      const before = words[place - 1]?.lower ?? '';
      // The first word of a German sentence is written large whatever it is.
      if (language === 'de' && place === 0) return;
      const key = `${language} ${bare}`;
      const known = uses.get(key) ?? { all: 0, asThing: 0, asQuality: 0 };
      uses.set(key, known);
      known.all++;
      const isOf = OF.has(elided?.slice(0, -1) ?? before) && !INFINITIVE.test(bare);
      const isThing = language === 'de' ? /^\p{Lu}/u.test(surface) : THINGS_AFTER.get(language)?.has(before);
      if (isThing || (language !== 'de' && isOf) || elided === "l'" || elided === 'l’') known.asThing++;
      else if (QUALITIES_AFTER.get(language)?.has(before)) known.asQuality++;
    });
  }
  return (word, language) => {
    if (language !== 'de' && !THINGS_AFTER.has(language)) return 'thing';
    const { all, asThing, asQuality } = uses.get(`${language} ${word}`) ?? {
      all: 1,
      asThing: 0,
      asQuality: 0,
    };
    if (asThing >= (language === 'de' ? LARGE_SHARE : THING_SHARE) * all) return 'thing';
    return asQuality >= QUALITY_SHARE * all ? 'quality' : 'other';
  };
}

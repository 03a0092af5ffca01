/**
 * Adjectives that praise or blame one quality, folded to the name of that quality: "rude" and "friendly" are both
 * about attitude, "cheap" and "overpriced" both about price. Opposite feelings about one thing then share a theme.
 */
const LISTS: Record<string, Record<string, string>> = {
  en: {
    attitude: `abrupt approachable attentive attitude attitudes caring compassion compassionate considerate courteous
cheerful discourteous dismissive disrespectful empathetic empathy friendliness friendly impolite kindly kindness manner manners patronising
polite politeness respectful rude rudeness smiling sympathetic thoughtful uncaring unfriendly unkind
unsympathetic unwelcoming welcoming`,
    professionalism:
      'professional professionally professionals professionalism unprofessional knowledgeable competent incompetent',
    efficiency: `disorganised disorganized efficiency efficient efficiently inefficiency inefficient organised organized`,
    speed:
      'fast faster laggy prompt promptly quick quicker quickly slow slower slowly slowness sluggish speed speedy swift',
    price:
      'affordable cheap cheaper cost costs costly expensive overpriced price priced prices pricey pricing',
    'ease of use': `complicated confusing difficult difficulties difficulty ease easier easily easy intuitive simple simpler
unintuitive usability usable cumbersome clunky`,
    cleanliness:
      'clean cleaner cleaned cleanliness cleaning dirty filthy hygiene hygienic spotless unclean unhygienic',
    comfort: 'comfort comfortable comfy uncomfortable',
    noise: 'loud noise noises noisy quiet quieter',
    reliability: 'reliability reliable stability stable unreliable unstable',
    helpfulness: 'helped helpful helpfulness helpfull helping unhelpful',
    reassurance: 'anxious reassurance reassure reassured reassuring nervous calm calming worried',
  },
  fr: {
    amabilité: `accueillant accueillante accueillants amabilité aimable aimables courtois courtoise désagréable désagréables gentil
gentille gentils gentillesse impoli impolie impolis polie poli polis politesse serviable serviables souriant souriante souriants sourire
sympathie sympathique sympathiques chaleureux chaleureuse chaleureuses`,
    prix: 'cher chère chères chers couteux couteuse coûteux onéreux prix tarif tarifs',
    rapidité: 'lent lente lenteur lents rapide rapidement rapides rapidité',
    propreté: 'propre propres propreté sale sales saleté',
    compétence:
      'compétence compétences compétent compétente compétents incompétent incompétente professionnel professionnels',
    disponibilité: 'disponibilité disponible disponibles indisponible',
  },
  de: {
    freundlichkeit:
      'freundlich freundliche freundlichen freundlicher freundlichkeit höflich nett nette netten unfreundlich unhöflich',
    preis: 'billig günstig preis preise preiswert teuer teure überteuert',
    geschwindigkeit: 'geschwindigkeit langsam schnell schnelle schneller zügig',
  },
  es: {
    amabilidad: 'amabilidad amable amables atento atenta grosero simpático maleducado',
    precio: 'barato barata caro cara caros económico precio precios',
    rapidez: 'lenta lento rapidez rápida rápidamente rápido',
  },
  it: {
    cortesia: 'cortese cortesi cortesia gentile gentili gentilezza maleducato scortese',
    prezzo: 'cara caro cari costoso economico prezzi prezzo',
    velocità: 'lenta lento veloce velocemente velocità',
  },
  pt: {
    simpatia: 'atencioso educado grosseiro simpatia simpática simpático gentil',
    preço: 'barato barata cara caro caros preço preços',
    rapidez: 'lenta lento rapidez rápida rapidamente rápido',
  },
};

const QUALITY_OF_WORD = new Map(
  Object.entries(LISTS).map(([language, qualities]) => [
    language,
    new Map(
      Object.entries(qualities).flatMap(([quality, words]) =>
        words.split(/\s+/).map((word): [string, string] => [word, quality]),
      ),
    ),
  ]),
);

/** The quality a lower-cased word of a language praises or blames ("rude" → "attitude"), or null. */
export function findQuality(word: string, language: string): string | null {
  return QUALITY_OF_WORD.get(language)?.get(word) ?? null;
}

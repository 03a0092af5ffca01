const WORDS: [language: string, words: string][] = [
  ['en', 'but|however|although|even though|though|except|unfortunately|whereas|nevertheless'],
  ['fr', 'mais|cependant|toutefois|par contre|en revanche|malheureusement|néanmoins|bien que'],
  ['de', 'aber|jedoch|allerdings|leider|obwohl|trotzdem|dennoch'],
  ['es', 'pero|sin embargo|aunque|no obstante|lamentablemente|desgraciadamente'],
  ['it', 'ma|però|tuttavia|purtroppo|anche se|invece|eppure'],
  ['pt', 'mas|porém|no entanto|contudo|embora|infelizmente|entretanto'],
  ['nl', 'maar|echter|helaas|hoewel|daarentegen'],
];

/**
 * Words with which a sentence turns: what follows them is often of the other opinion. By language (ISO 639-1).
 * Left out on purpose are "yet", "sondern", "sino": they turn far more often within one opinion than between two.
 */
export const CONTRAST_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.map(([language, words]) => [language, words.split('|')]),
);

import { findQuality } from './aspect-words';
import type { NameCandidate } from './name-candidates';
import { findTopicalStem, resolveWordLanguage, splitWords } from './tokenize';
import type { WordRole, WordRoles } from './word-roles';

const LONGEST_PHRASE = 4;
/** Articles and prepositions that hold a noun phrase together, in French, German, Spanish, Italian and Portuguese. */
const JOINING_WORDS = new Set(
  `de du des à au aux en et la le les pour sur par avec sans der die das des dem den für von mit im am zum zur und del los
las el al para con sin y da do dos das no na e com di della dello dei degli delle dal alla alle il lo gli per`.split(
    /\s+/,
  ),
);

/**
 * Runs of up to four words that begin and end with a topical word, for languages without a tagger: articles and prepositions may
 * stand between ("délai d'attente"), punctuation may not. A word of praise or blame stands only as its quality's name. A run
 * reads as a noun phrase: things, and qualities directly beside them, but no doings ("prix restent").
 */
export function findSurfacePhrases(
  text: string,
  language: string | null,
  roleOf: WordRoles,
): NameCandidate[] {
  const resolved = resolveWordLanguage(text, language);
  const words = splitWords(text).map((word) => {
    const bare = word.lower.replace(/^.*['’]/, '');
    return {
      ...word,
      bare,
      stem: findTopicalStem(bare, resolved),
      quality: findQuality(bare, resolved),
      role: roleOf(bare, resolved),
    };
  });
  const found: NameCandidate[] = [];
  words.forEach((first, start) => {
    // "19 minutos de espera" are of a single case.
    if (first.stem === null || /^\d/.test(first.bare)) return;
    for (let end = start; end < Math.min(start + LONGEST_PHRASE, words.length); end++) {
      const last = words[end];
      if (!last) break;
      if (end > start && /[^\s'’-]/.test(text.slice(words[end - 1]?.end, last.start))) break;
      if (last.stem === null) continue;
      const run = words.slice(start, end + 1);
      const stems = run.flatMap((word) => word.stem ?? []);
      if (new Set(stems).size < stems.length) continue;
      if (!run.every((word) => word.stem !== null || JOINING_WORDS.has(word.bare))) break;
      if (!readsAsThing(run)) continue;
      if (run.length === 1)
        found.push({
          phrase: last.quality ?? last.bare,
          stems,
          standsAlone: true,
          isPast: false,
          isDoing: false,
        });
      else if (run.every((word) => word.quality === null || word.quality === word.bare)) {
        const phrase = [first.bare, ...run.slice(1).map((word) => word.lower)].join(' ');
        found.push({ phrase, stems, standsAlone: true, isPast: false, isDoing: false });
      }
    }
  });
  return found;
}

/** Whether the words of a run are things, with qualities only directly before or after one. */
function readsAsThing(
  run: readonly { stem: string | null; role: WordRole; quality: string | null }[],
): boolean {
  const isThing = (place: number) => run[place]?.stem != null && run[place]?.role === 'thing';
  return run.every(
    ({ stem, role, quality }, place) =>
      stem === null ||
      role === 'thing' ||
      (run.length === 1 && quality !== null) ||
      (role === 'quality' && (isThing(place - 1) || isThing(place + 1))),
  );
}

import { readFileSync } from 'node:fs';
import type { Chances } from '@/lib/nlp/polarity/linear-model';

/** A language that the engine reads. */
export type ReadLanguage = 'en' | 'de' | 'es' | 'fr' | 'it' | 'pt';

/** A sentence put together from phrases, with what it is meant as. */
export interface ComposedText {
  text: string;
  /** 0 negative, 1 neutral, 2 positive. */
  label: number;
  target: Chances;
}

/** What a statement of one company about a product rarely says of itself, and means all the same: not certain, but nearly. */
const TARGETS: readonly Chances[] = [
  [0.9, 0.1, 0],
  [0.05, 0.9, 0.05],
  [0, 0.1, 0.9],
];
/** How many things are said to do each of what things do. */
const THINGS_EACH = 6;
/** Prime to the number of things, so that each comes up. */
const STRIDE = 7;

/**
 * Short feedback of companies in plain words, which no data set that we may use has: complaints that only state what happens,
 * terse praise, and what is neither. Put together from phrases written for this product (`phrases/`): things ("the report") with
 * what they do ("stops halfway through", "runs at night"), and whole sentences. The same each time.
 */
export function readComposedTexts(language: ReadLanguage): ComposedText[] {
  const { fails, facts, works, blame, terse, plain, praise } = composeAll(language);
  return [...fails, ...facts, ...works, ...blame, ...terse, ...plain, ...praise];
}

/** A language whose kinds of statement are learned from app reviews. */
type KindLanguage = 'en' | 'fr';

/** What these sentences do, for languages whose kinds of statement are learned; `rest` neither reports nor asks nor praises. */
export function readComposedKinds(
  language: KindLanguage,
): { text: string; kind: 'problem' | 'request' | 'praise' | 'rest' }[] {
  const { fails, blame, terse, works, praise, facts } = composeAll(language);
  const name = (texts: readonly { text: string }[], kind: 'problem' | 'request' | 'praise' | 'rest') =>
    texts.map(({ text }) => ({ text, kind }));
  return [
    ...name([...fails, ...blame, ...terse], 'problem'),
    ...name([...works, ...praise], 'praise'),
    ...name(facts, 'rest'),
    ...name(
      readPhrases(language)('wishes').map((text) => ({ text })),
      'request',
    ),
  ];
}

function composeAll(language: ReadLanguage) {
  const phrases = readPhrases(language);
  const things = phrases('things');
  const tails = phrases('tails');
  const make = (text: string, label: number): ComposedText => ({
    text,
    label,
    target: TARGETS[label] ?? [0, 1, 0],
  });
  const compose = (section: string, label: number): ComposedText[] =>
    phrases(section).flatMap((predicate, at) =>
      Array.from({ length: THINGS_EACH }, (_, turn) => {
        const number = at * THINGS_EACH + turn;
        const thing = things[(number * STRIDE) % things.length] ?? '';
        const tail = label === 0 && turn % 2 === 1 ? ` ${tails[number % tails.length]}` : '';
        return make(`${capitalise(thing)} ${predicate}${tail}.`, label);
      }),
    );
  const say = (section: string, label: number) => phrases(section).map((text) => make(text, label));
  return {
    fails: compose('fails', 0),
    facts: compose('facts', 1),
    works: compose('works', 2),
    blame: say('blame', 0),
    /** A word or two of blame. */
    terse: say('terse', 0),
    plain: say('plain', 1),
    praise: say('praise', 2),
  };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The phrases of a section of a language's file. */
function readPhrases(language: ReadLanguage): (section: string) => string[] {
  const file = readFileSync(new URL(`./phrases/${language}.txt`, import.meta.url), 'utf8');
  const sections = new Map(
    file
      .split(/^\[/m)
      .slice(1)
      .map((part) => {
        const [name = '', body = ''] = part.split(']\n');
        return [name, body.trim().split('|')] as const;
      }),
  );
  return (section) => {
    const phrases = sections.get(section);
    if (!phrases) throw new Error(`phrases/${language}.txt has no section [${section}]`);
    return phrases;
  };
}

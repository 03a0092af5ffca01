import { piecesOf } from '@/lib/surveys/localise';
import type { Definition } from '@/lib/widget/definition';

/** What is replaced in a text, as `pipe` reads it: `{{question}}`, `{{@trait}}`, either with words after a bar. */
const PIPED = /\{\{(@?[\w-]+)(?:\|[^{}]*)?\}\}/g;
/** What was meant to be replaced and would be shown as it stands. */
const BROKEN = /\{\{[^{}]*\}{0,2}|\}\}/;
/** In a translation of a text that has some, also single braces, as tools leave them. */
const BROKEN_OR_HALF = /\{+[^{}]*\}{0,2}|\}+/;

function namesIn(text: string): string[] {
  return [...text.matchAll(PIPED)].map(([, name = '']) => name);
}

/**
 * Why what stands in the braces of a text could not be replaced, in words.
 * @param earlier keys of the questions that are answered by then
 */
function findTextProblems(text: string, earlier: ReadonlySet<string>): string[] {
  const [broken] = BROKEN.exec(text.replace(PIPED, '')) ?? [];
  return [
    ...(broken ? [brokenWords(broken)] : []),
    ...namesIn(text)
      .filter((name) => !name.startsWith('@') && !earlier.has(name))
      .map((name) => `{{${name}}} names no question before it.`),
  ];
}

/** Why what stands in the braces of a translation could not be replaced: it may leave a name out, and has no other. */
export function findTranslationProblems(source: string, target: string): string[] {
  const names = namesIn(source);
  const pattern = names.length > 0 ? BROKEN_OR_HALF : BROKEN;
  const [broken] = pattern.exec(target.replace(PIPED, '')) ?? [];
  return [
    ...(broken ? [brokenWords(broken)] : []),
    ...namesIn(target)
      .filter((name) => !names.includes(name))
      .map((name) => `{{${name}}} is not in the text that it translates: names in braces stay as they are.`),
  ];
}

function brokenWords(broken: string): string {
  return `“${broken.slice(0, 60)}” would be shown as it stands. Write {{@name|there}} or {{question}}, without a space before the bar.`;
}

/** What could not be replaced in the texts of a survey and their translations. */
export function findPipingProblems(definition: Definition): string[] {
  const { questions, translations } = definition;
  const keys = questions.map(({ key }) => key);
  // Words about privacy are shown as they stand, and nobody expects another thing of them.
  const pieces = piecesOf({ ...definition, privacy: { text: '', url: '' } });
  return pieces.flatMap(({ place, text }) => {
    const at = keys.indexOf(place.split('.')[0] ?? '');
    const name = at === -1 ? 'Last page' : `Question ${at + 1}`;
    const earlier = new Set(at === -1 ? keys : keys.slice(0, at));
    return [
      ...findTextProblems(text, earlier).map((problem) => `${name}: ${problem}`),
      ...Object.entries(translations).flatMap(([language, words]) =>
        findTranslationProblems(text, words[place] ?? '').map(
          (problem) => `${name}, in ${language}: ${problem}`,
        ),
      ),
    ];
  });
}

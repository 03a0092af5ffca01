import { type Definition, END } from '@/lib/widget/definition';

/** Names that the address and the forms of a survey's page use themselves: no question and no hidden field may have one. */
const OWN_NAMES: readonly string[] = [
  ...['r', 'q', 'c', 'm', 'v', 'lang', 'via', 'answer', 'problem', 'website', 'proof', 'stay'],
];
/** Of questions also the places of what is none: where a skip ends, and the last page in a translator's file. */
const OWN_KEYS: readonly string[] = [END, 'thanks', ...OWN_NAMES];

/** What a survey calls by a name that its page uses itself, in words; what was published before may still have one. */
export function findNameProblems({ questions, fields }: Pick<Definition, 'questions' | 'fields'>): string[] {
  return [
    ...questions.flatMap(({ key }, position) =>
      OWN_KEYS.includes(key)
        ? [
            `Question ${position + 1}: its key may not be "${key}", which the page uses itself. Remove it and add a new one, or change the key in the file.`,
          ]
        : [],
    ),
    ...fields
      .filter((name) => OWN_NAMES.includes(name))
      .map((name) => `Hidden field "${name}": the page uses this name itself. Choose another one.`),
  ];
}

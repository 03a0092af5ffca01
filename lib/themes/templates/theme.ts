/** A theme of a template: its definition, words that belong to it and sentences that show it. */
export interface TemplateTheme {
  name: string;
  /** Another theme of the same template; empty at the top. */
  parent: string;
  definition: string;
  includeTerms: string[];
  examples: string[];
}

/** A theme in one line of data; words and examples are kept apart by a bar. */
export function theme(
  name: string,
  parent: string,
  definition: string,
  words: string,
  examples: string,
): TemplateTheme {
  return { name, parent, definition, includeTerms: words.split(' | '), examples: examples.split(' | ') };
}

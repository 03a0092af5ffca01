import type { ThemeDocument } from './documents';

/** Counts in how many statements stems stand together, inside a theme and everywhere. */
export class StatementCounter {
  private readonly documentsOf = new Map<string, Set<ThemeDocument>>();
  readonly total: number;

  constructor(documents: readonly ThemeDocument[]) {
    this.total = documents.reduce((sum, document) => sum + document.statements, 0);
    for (const document of documents) {
      for (const stem of document.stems.keys()) {
        const known = this.documentsOf.get(stem);
        if (known) known.add(document);
        else this.documentsOf.set(stem, new Set([document]));
      }
    }
  }

  /** Statements that hold all the stems. */
  count(stems: readonly string[]): number {
    const [fewest, ...others] = stems
      .map((stem) => this.documentsOf.get(stem) ?? new Set<ThemeDocument>())
      .sort((a, b) => a.size - b.size);
    let statements = 0;
    for (const document of fewest ?? []) {
      if (others.every((documents) => documents.has(document))) statements += document.statements;
    }
    return statements;
  }
}

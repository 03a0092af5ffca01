import type { Scope } from '@/lib/db/scope';

/** A piece of a text, and whether it is a word that was searched for. */
export interface Excerpt {
  text: string;
  isMatch: boolean;
}

// Private-use characters: they carry no meaning of their own, and whatever stands for them in a text is taken out first.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const OPTIONS = `StartSel=${OPEN}, StopSel=${CLOSE}, MaxFragments=2, MinWords=12, MaxWords=32, FragmentDelimiter=" … "`;

/** Where the words searched for stand in these texts: the passages around them, by feedback id. */
export async function findMatches(
  scope: Scope,
  query: string,
  feedbackIds: string[],
): Promise<Map<string, Excerpt[]>> {
  if (feedbackIds.length === 0) return new Map();
  const rows = await scope.run(
    (db) => db.$queryRaw<{ id: string; headline: string }[]>`
      SELECT f.id, ts_headline('simple', translate(f.text, ${OPEN + CLOSE}, ''),
        websearch_to_tsquery('simple', ${query}), ${OPTIONS}) AS headline
      FROM feedback f
      WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.id = ANY(${feedbackIds}::uuid[])`,
  );
  return new Map(rows.map(({ id, headline }) => [id, parseHeadline(headline)]));
}

/** Cuts a headline at its marks: "a \uE000match\uE001" is "a " and "match". */
export function parseHeadline(headline: string): Excerpt[] {
  return headline.split(OPEN).flatMap((part, index) => {
    if (index === 0) return part ? [{ text: part, isMatch: false }] : [];
    const [match = '', rest = ''] = part.split(CLOSE);
    return [
      ...(match ? [{ text: match, isMatch: true }] : []),
      ...(rest ? [{ text: rest, isMatch: false }] : []),
    ];
  });
}

import type { Scope } from '@/lib/db/scope';

/** A piece of a text, and whether it is a word that was searched for. */
export interface Excerpt {
  text: string;
  isMatch: boolean;
}

// Private-use characters: they carry no meaning of their own, and whatever stands for them in a text is taken out first.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKS = `StartSel=${OPEN}, StopSel=${CLOSE}`;
const WHOLE = `${MARKS}, HighlightAll=true`;
const PASSAGES = `${MARKS}, MaxFragments=2, MinWords=15, MaxWords=40, FragmentDelimiter=" … "`;
/** A text up to this length is shown whole. */
const SHORT_TEXT = 300;

/** A statement with the words searched for marked; `text` is the passages around them where it is long. */
export interface Match {
  title: Excerpt[];
  text: Excerpt[];
}

/** Where the words searched for stand in these statements, by feedback id. A text without them is not among the pieces. */
export async function findMatches(
  scope: Scope,
  query: string,
  feedbackIds: string[],
): Promise<Map<string, Match>> {
  if (feedbackIds.length === 0) return new Map();
  const rows = await scope.run(
    (db) => db.$queryRaw<{ id: string; title: string | null; text: string }[]>`
      SELECT f.id, ts_headline('simple', translate(f.title, ${OPEN + CLOSE}, ''), words, ${WHOLE}) AS title,
        ts_headline('simple', translate(f.text, ${OPEN + CLOSE}, ''), words,
          CASE WHEN length(f.text) <= ${SHORT_TEXT} THEN ${WHOLE} ELSE ${PASSAGES} END) AS text
      FROM feedback f, websearch_to_tsquery('simple', ${query}) AS words
      WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.id = ANY(${feedbackIds}::uuid[])`,
  );
  const marked = (headline: string | null) => (headline?.includes(OPEN) ? parseHeadline(headline) : []);
  return new Map(rows.map(({ id, title, text }) => [id, { title: marked(title), text: marked(text) }]));
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

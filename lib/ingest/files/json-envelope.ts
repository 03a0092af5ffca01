/** Keys under which exports list their records. */
const ENVELOPES = new Set(
  'data,items,results,responses,records,rows,reviews,tickets,conversations,feedback,survey_responses,comments'.split(
    ',',
  ),
);
/** An object with one of these is a record itself, and its lists are parts of it. */
const OF_RECORD = /(?:^|_)(?:id|uuid|guid|token|text|comment|body|description|timestamp)$|[a-z]Id$|^created/;
/** Lists that stand beside records. */
const ASIDE = new Set(['links', 'errors', 'warnings', 'included']);
/** Objects around the records. */
const MOST_LEVELS = 3;

/** A key as one step of a path. */
export const toStep = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

interface Level {
  isArray: boolean;
  key: string;
  isRecord: boolean;
}

interface FoundList {
  path: string[];
  chars: number;
  levels: Level[];
}

/**
 * The path of the list that holds the records of an envelope, from the beginning of its text: steps joined by slashes,
 * such as `data/items`. Of several lists one of a usual name goes first, then the longest; null where the object is
 * itself the record.
 */
export function findRecordsKey(text: string): string | null {
  const lists = findLists(text);
  const usual = lists.find(({ path: [key, ...more] }) => more.length === 0 && ENVELOPES.has(key ?? ''));
  if (usual) return usual.path.map(toStep).join('/');
  const [longest] = lists
    .filter(({ path, levels }) => !ASIDE.has(path.at(-1) ?? '') && !levels.some(({ isRecord }) => isRecord))
    .sort((a, b) => b.chars - a.chars);
  return longest ? longest.path.map(toStep).join('/') : null;
}

/** The lists of objects that only objects are around; of one that the text breaks off within, as much as there is. */
function findLists(text: string): FoundList[] {
  const lists: FoundList[] = [];
  const levels: Level[] = [];
  const open = new Map<number, { list: FoundList; from: number }>();
  const close = (at: number) => {
    const found = open.get(levels.length);
    if (found) found.list.chars = at - found.from;
    open.delete(levels.length);
    levels.pop();
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    const level = levels.at(-1);
    if (char === '"') {
      const end = skipString(text, at);
      if (level && !level.isArray && text[skipSpace(text, end + 1)] === ':') {
        level.key = text.slice(at + 1, end);
        // A list may be called so, too: only a value of its own tells a record.
        const value = text[skipSpace(text, skipSpace(text, end + 1) + 1)];
        if (OF_RECORD.test(level.key) && value !== '[' && value !== '{') level.isRecord = true;
      }
      at = end;
    } else if (char === '[' && isList(text, at, levels)) {
      const list = { path: levels.map(({ key }) => key), chars: 0, levels: [...levels] };
      lists.push(list);
      levels.push({ isArray: true, key: '', isRecord: false });
      open.set(levels.length, { list, from: at });
    } else if (char === '[' || char === '{') levels.push({ isArray: char === '[', key: '', isRecord: false });
    else if (char === ']' || char === '}') close(at);
  }
  for (const { list, from } of open.values()) list.chars = text.length - from;
  return lists;
}

function isList(text: string, at: number, levels: readonly Level[]): boolean {
  const isWithinObjects = levels.length > 0 && levels.every(({ isArray }) => !isArray);
  return isWithinObjects && levels.length <= MOST_LEVELS && text[skipSpace(text, at + 1)] === '{';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

/** The place of the quote that ends the string begun at `from`. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

import type { Turn } from '@/lib/ingest/transcripts/transcript';

/** "Omar (Acme): Since the update", with the colon of any script; no mark of a sentence stands in a name but dots. */
const PREFIX = /^[-–•]?\s*([\p{L}\d@+~][^:：!?<>[\]{}"“”]{0,79}?)\s*(?::(?=\s+\S)|：(?=\s*\S))\s*/u;
const MOST_WORDS = 6;
/** A dot stands in an address or a handle, or ends an initial or a title: "ann@acme.com", "J. Smith", "Prof. Dr. Who". */
const SENTENCE_DOT = /(?<!(?:^|[\s.])\p{Lu}\p{L}{0,4})\.(?=\s)/u;
const HANDLE = /^(?=.*[\d_.@])[\p{L}\d_.@+-]+$/u;
/** Parts of names that are written small. */
const PARTICLE =
  /^(?:af|al|and|at|av|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|e|el|et|ibn|la|le|of|from|ten|ter|und|van|vom|von|y|zu|zum|zur)$/iu;
const ROLE =
  /\b(?:agent|support|advis[oe]r|representative|rep|operator|bot|assistant|interviewer|customer|client|caller|user|guest|visitor|interviewee|respondent|speaker)\b/i;
/** Words before a colon that announce what follows, and name nobody. */
const ANNOUNCEMENT =
  /^(?:note|nb|n\.b\.|ps|p\.s\.|re|aw|wg|fwd?|fyi|btw|todo|tl;?dr|question|example|e\.g\.|i\.e\.|warning|caution|attention|important|update|edit|edited|subject|betreff|from|von|to|an|cc|bcc|date|datum|sent|time|url|link|https?|ftp|mailto|tel|phone|email|e-mail|address|problem|solution|result|results|issue|summary|reason|goal|idea|tip|hint|bonus|conclusion|fact|pros?|cons?|steps?|error|status|version|hinweis|achtung|wichtig|frage|antwort|beispiel|lösung|ergebnis|grund|fazit|problème|exemple|remarque|important|résumé|nota|ejemplo|pregunta|problema|solución|atención|esempio|attenzione|exemplo|atenção|let op|voorbeeld|vraag|probleem)$/iu;

/** The words before a colon that may name who speaks, and what is said; null where there are none. */
export function splitSpeaker(line: string): { speaker: string; text: string } | null {
  const match = PREFIX.exec(line);
  const speaker = match?.[1]?.replace(/^~\s*/, '').trim() ?? '';
  if (!match || speaker === '' || !isName(speaker)) return null;
  return { speaker, text: line.slice(match[0].length) };
}

function isName(words: string): boolean {
  const parts = words.split(/\s+/);
  if (parts.length > MOST_WORDS || SENTENCE_DOT.test(words) || ANNOUNCEMENT.test(words)) return false;
  if (!/\p{L}/u.test(words)) return isPhone(words);
  if (ROLE.test(words)) return true;
  if (parts.length === 1) return true;
  return parts.every(
    (part) => /^[(@]?[\p{Lu}\p{Lo}\d]/u.test(part) || PARTICLE.test(part) || HANDLE.test(part),
  );
}

/** A number with its country, as chats name people who are in no address book. */
const isPhone = (words: string) => /^\+\d[\d\s().-]{5,}$/.test(words);

/** Whether one such line tells by itself that somebody is named: small words do not, such as "so: we left". */
const standsAlone = (speaker: string) => /^[\p{Lu}\p{Lo}\d@+]/u.test(speaker) || HANDLE.test(speaker);

/** Where so many lines begin with a name, each name counts that is given but once. */
const SHARE_OF_A_CHAT = 0.5;

/**
 * Who of those named before colons speaks: who is named again; everybody where most lines name somebody, or where
 * nobody is named twice.
 */
export function findSpeakers(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  let named = 0;
  for (const line of lines) {
    const speaker = splitSpeaker(line)?.speaker;
    if (speaker === undefined) continue;
    named++;
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const recurring = [...counts].flatMap(([speaker, count]) => (count > 1 ? [speaker] : []));
  const isChat = named >= lines.length * SHARE_OF_A_CHAT;
  if (recurring.length > 0 && !isChat) return new Set(recurring.filter(standsAlone));
  const once = [...counts.keys()].filter(standsAlone);
  return new Set(isChat ? [...recurring, ...once] : once);
}

/** Of the captions at least this share names its speaker, or a colon is but a colon. */
const SHARE_THAT_NAMES = 0.3;

/**
 * Takes speakers from "Name: …" at the beginning of captions, if these name speakers so. A caption with a line for each of
 * several is what each of them says; other lines of a caption are one text.
 */
export function takePrefixedSpeakers(turns: readonly Turn[]): Turn[] {
  const unnamed = turns.filter(({ speaker }) => speaker === null);
  const speakers = findSpeakers(unnamed.flatMap(({ text }) => text.split('\n')));
  const named = unnamed.filter(({ text }) => speakers.has(splitSpeaker(text)?.speaker ?? ''));
  const isNaming = named.length > 0 && named.length >= unnamed.length * SHARE_THAT_NAMES;
  return turns.flatMap((turn) =>
    turn.speaker === null ? splitLines(turn, isNaming ? speakers : null) : turn,
  );
}

function splitLines(turn: Turn, speakers: ReadonlySet<string> | null): Turn[] {
  const pieces: Turn[] = [];
  for (const line of turn.text.split('\n')) {
    const split = speakers ? splitSpeaker(line) : null;
    const last = pieces.at(-1);
    if (split && speakers?.has(split.speaker)) pieces.push({ ...turn, ...split });
    else if (last) last.text = `${last.text} ${line}`;
    else pieces.push({ ...turn, text: line });
  }
  return pieces;
}

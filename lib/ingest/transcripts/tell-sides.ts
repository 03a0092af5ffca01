import type { SpeakerDetails, Turn } from '@/lib/ingest/transcripts/transcript';

/** On which side of a conversation somebody stands, and by what it was told. */
export interface Side {
  side: 'customer' | 'staff' | 'unknown';
  by: 'name' | 'domain' | 'file' | 'role' | 'rest' | 'questions' | 'nothing';
}

/** What is known of the people of a conversation. */
export interface KnownPeople {
  /** Names or addresses as a transcript has them. */
  staff?: readonly string[];
  customers?: readonly string[];
  /** Domains of the own e-mail addresses. */
  staffDomains?: readonly string[];
  /** What the transcript itself tells of its speakers. */
  people?: ReadonlyMap<string, SpeakerDetails> | undefined;
}

const STAFF_ROLE =
  /\b(agent|support|advisor|adviser|representative|rep|operator|bot|assistant|helpdesk|interviewer)\b/i;
const CUSTOMER_ROLE = /\b(customer|client|caller|user|guest|visitor|interviewee|respondent)\b/i;
/** Those who ask lead the conversation: at least so many questions, and twice as large a share as the other's. */
const FEWEST_QUESTIONS = 3;
const TIMES_AS_MANY = 2;

/**
 * Tells staff from customers: by the names given, by the domain of an address, by what the file says, by a role in the
 * name; where one side is
 * known, the rest are the other; else of two people the one who asks far more is staff. Otherwise nobody knows.
 */
export function tellSides(turns: readonly Turn[], known: KnownPeople = {}): Map<string, Side> {
  const speakers = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))];
  const sides = new Map(speakers.map((speaker) => [speaker, tellByItself(speaker, known)]));
  const unknown = speakers.filter((speaker) => sides.get(speaker)?.side === 'unknown');
  const has = (side: Side['side']) => [...sides.values()].some((each) => each.side === side);
  if (has('staff') !== has('customer')) {
    const side = has('staff') ? 'customer' : 'staff';
    for (const speaker of unknown) sides.set(speaker, { side, by: 'rest' });
  } else if (!has('staff') && unknown.length === 2) {
    const asker = findAsker(turns, unknown);
    if (asker !== null) {
      for (const speaker of unknown) {
        sides.set(speaker, { side: speaker === asker ? 'staff' : 'customer', by: 'questions' });
      }
    }
  }
  return sides;
}

function tellByItself(
  speaker: string,
  { staff = [], customers = [], staffDomains = [], people }: KnownPeople,
): Side {
  const details = people?.get(speaker);
  const isNamed = (names: readonly string[]) => names.some((name) => fold(name) === fold(speaker));
  if (isNamed(staff)) return { side: 'staff', by: 'name' };
  if (isNamed(customers)) return { side: 'customer', by: 'name' };
  const domain = /@([\w.-]+)/.exec(details?.email ?? speaker)?.[1]?.toLowerCase();
  if (domain && staffDomains.length > 0) {
    const isOwn = staffDomains.some(
      (own) => domain === own.toLowerCase() || domain.endsWith(`.${own.toLowerCase()}`),
    );
    return { side: isOwn ? 'staff' : 'customer', by: 'domain' };
  }
  if (details?.side) return { side: details.side, by: 'file' };
  if (STAFF_ROLE.test(speaker)) return { side: 'staff', by: 'role' };
  if (CUSTOMER_ROLE.test(speaker)) return { side: 'customer', by: 'role' };
  return { side: 'unknown', by: 'nothing' };
}

const fold = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

function findAsker(turns: readonly Turn[], speakers: readonly string[]): string | null {
  const counts = speakers
    .map((speaker) => {
      const own = turns.filter((turn) => turn.speaker === speaker);
      const questions = own.filter(({ text }) => /[?？؟]$/.test(text.trimEnd().slice(-1))).length;
      return { speaker, questions, share: questions / own.length };
    })
    .toSorted((a, b) => b.share - a.share);
  const [most, least] = counts;
  if (!most || !least || most.questions < FEWEST_QUESTIONS) return null;
  return most.share >= least.share * TIMES_AS_MANY ? most.speaker : null;
}

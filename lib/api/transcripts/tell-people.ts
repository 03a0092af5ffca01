import { normalisePhone } from '@/lib/accounts/normalise-phone';
import type { ContactInput } from '@/lib/accounts/schema';
import type { OtherTurn } from '@/lib/api/transcripts/read-transcript';
import type { Side } from '@/lib/ingest/transcripts/tell-sides';
import type { SpeakerDetails, Turn } from '@/lib/ingest/transcripts/transcript';

/** A person as a sender refers to them. */
type Person = Omit<ContactInput, 'accountId'>;

/** What is known of the customers of one conversation. */
export interface KnownCustomers {
  /** Whom the sender said a speaker is. */
  people: readonly { speaker: string; contact: Person }[];
  /** The one customer, where one person speaks for them. */
  contact?: Person | undefined;
  /** What the file tells of its speakers. */
  details?: ReadonlyMap<string, SpeakerDetails> | undefined;
}

/** One who speaks for the customer. */
export interface Customer {
  /**
   * Tells them apart within the conversation, in the order in which they speak. Names are personal data: they are kept with
   * the person where one can be recognised, and nowhere else.
   */
  label: string;
  /** Null where there is but a name, which many may have. */
  person: Person | null;
}

const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[^\s<>()"',;:.]+/;
/** What stands for a name where nobody was known: "Speaker 1", "Guest", an id. */
const IS_NO_NAME =
  /\d|^(?:speaker|customer|client|caller|user|guest|visitor|unknown|interviewee|respondent)\b/i;

/** The customers of a conversation by the names that its turns have. */
export function tellPeople(statements: readonly Turn[], known: KnownCustomers): Map<string, Customer> {
  const speakers = [...new Set(statements.flatMap(({ speaker }) => speaker ?? []))];
  const isAlone = new Set(statements.map(({ speaker }) => speaker)).size === 1;
  return new Map(
    speakers.map((speaker, at) => {
      const person = tellPerson(speaker, known) ?? (isAlone && known.contact ? known.contact : null);
      const label = `Customer ${at + 1}`;
      return [speaker, { label, person: person && { ...nameOf(speaker, known), ...person } }];
    }),
  );
}

/** What others than customers said, everybody told apart as customers are: "Staff 1", or "Speaker 1" of whom nothing is known. */
export function tellOthers(
  joined: readonly Turn[],
  isCustomer: (turn: Turn) => boolean,
  sides: ReadonlyMap<string, Side>,
): OtherTurn[] {
  const labels = new Map<string, string>();
  const counts = { staff: 0, unknown: 0 };
  return joined.flatMap((turn, at): OtherTurn[] => {
    if (isCustomer(turn)) return [];
    const { speaker } = turn;
    const side = speaker !== null && sides.get(speaker)?.side === 'staff' ? 'staff' : 'unknown';
    if (speaker !== null && !labels.has(speaker)) {
      counts[side]++;
      labels.set(speaker, `${side === 'staff' ? 'Staff' : 'Speaker'} ${counts[side]}`);
    }
    return [{ turn, place: at + 1, side, label: speaker === null ? null : (labels.get(speaker) ?? null) }];
  });
}

function tellPerson(speaker: string, { people, details }: KnownCustomers): Person | null {
  const said = people.find((each) => fold(each.speaker) === fold(speaker));
  if (said) return said.contact;
  const email = details?.get(speaker)?.email ?? ADDRESS.exec(speaker)?.[0]?.toLowerCase();
  if (email !== undefined) return { email };
  return normalisePhone(speaker) === null ? null : { phone: speaker };
}

function nameOf(speaker: string, { details }: KnownCustomers): { name?: string } {
  const written =
    details?.get(speaker)?.name ??
    speaker
      .replace(ADDRESS, '')
      .replace(/[\s<>()"]+/g, ' ')
      .trim();
  return written === '' || IS_NO_NAME.test(written) ? {} : { name: written.slice(0, 500) };
}

const fold = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

import { type FakeAnswer, type FakeApi, type FakeCall, startFakeApi } from '@/lib/outbound/testing/fake-api';

/** One thing that a vendor knows: a ticket, a review, an account. */
export interface Thing {
  id: number;
  text: string;
  at: Date;
}

/** What a vendor holds, and how it misbehaves. */
export class Holdings {
  things: Thing[] = [];
  /** What was deleted, each at the time of its deletion. */
  gone: Thing[] = [];
  /** Serves each first thing of a page twice. */
  doubles = false;
  /** Serves beside the others one that does not fit. */
  broken = false;
  /** Answers with JSON that its documentation does not know. */
  nonsense = false;
  /** Fails at the answer to the list with this number. */
  failsAt: number | null = null;
  private clock = Date.now() - 3 * 86_400_000;

  add(count = 1): void {
    for (let each = 0; each < count; each++) {
      const id = this.things.length + 1;
      this.things.push({ id, text: `What thing ${id} says`, at: this.tick() });
    }
  }

  /** Changes a thing: it moves within lists by its last change. */
  edit(id: number): void {
    const thing = this.things.find((one) => one.id === id);
    if (!thing) throw new Error('no such thing');
    thing.text = `${thing.text}, said otherwise`;
    thing.at = this.tick();
  }

  remove(id: number, at: Date): void {
    this.gone.push(...this.things.filter((one) => one.id === id).map((one) => ({ ...one, at })));
    this.things = this.things.filter((one) => one.id !== id);
  }

  /** Takes a deletion back; it counts as a change. `isStillLogged`: where the log of deletions goes on telling of it. */
  restore(id: number, { isStillLogged = false } = {}): void {
    this.things.push(...this.gone.filter((one) => one.id === id).map((one) => ({ ...one, at: this.tick() })));
    if (!isStillLogged) this.gone = this.gone.filter((one) => one.id !== id);
  }

  oldestFirst(): Thing[] {
    return [...this.things].sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** A page as it is served. */
  serve<Item>(items: Item[], broken: Item): Item[] {
    const all = this.broken ? [broken, ...items] : items;
    return this.doubles ? [...all.slice(0, 1), ...all] : all;
  }

  private tick(): Date {
    this.clock += 60_000;
    return new Date(this.clock);
  }
}

/** A vendor that speaks its documented protocol, in pages of three. */
export interface FakeVendor {
  api: FakeApi;
  holdings: Holdings;
  /** Of the connector's form, with the right keys. */
  form: Record<string, string>;
  /** The same with a key that is not accepted; the key is `wrong-key`, or made of it. */
  wrongForm: Record<string, string>;
  /** What is to be stored in the end. */
  expected: () => string[];
  /** Called after each answer to the list, with its number. */
  onListed: (number: number) => void;
}

export interface Protocol {
  /** Whether a call asks for the list. */
  isList: (call: FakeCall, url: URL) => boolean;
  /** Whether the call shows a right key. */
  isAllowed: (call: FakeCall, url: URL) => boolean;
  answer: (call: FakeCall, url: URL, baseUrl: string) => FakeAnswer;
}

export const PAGE = 3;
export const ok = (json: unknown): FakeAnswer => ({ status: 200, json });
export const notFound: FakeAnswer = { status: 404, json: { error: 'not found' } };

export async function startFakeVendor(
  holdings: Holdings,
  protocol: Protocol,
  forms: (baseUrl: string) => Pick<FakeVendor, 'form' | 'wrongForm'>,
  expected: () => string[] = () => holdings.things.map(({ text }) => text),
): Promise<FakeVendor> {
  let lists = 0;
  const api = await startFakeApi((call) => {
    const url = new URL(call.path, api.baseUrl);
    if (!protocol.isAllowed(call, url)) return { status: 401, json: { error: 'no' } };
    const isList = protocol.isList(call, url);
    if (isList && holdings.nonsense) return ok('surprise');
    if (isList && lists + 1 === holdings.failsAt) {
      holdings.failsAt = null;
      return { status: 500 };
    }
    const answer = protocol.answer(call, url, api.baseUrl);
    if (isList) vendor.onListed(++lists);
    return answer;
  });
  const vendor: FakeVendor = {
    ...{ api, holdings, expected, onListed: () => {} },
    ...forms(api.baseUrl),
  };
  return vendor;
}

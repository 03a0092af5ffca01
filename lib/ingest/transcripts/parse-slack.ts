import { z } from 'zod';
import type { Skipped, SpeakerDetails, Transcript, Turn } from '@/lib/ingest/transcripts/transcript';

const text = z.string().optional().catch(undefined);
const messageSchema = z.looseObject({
  type: text,
  subtype: text,
  user: text,
  text,
  ts: z.union([z.string(), z.number()]).optional().catch(undefined),
  user_profile: z
    .looseObject({
      real_name: text,
      display_name: text,
      name: text,
      email: z.email().toLowerCase().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
type Message = z.output<typeof messageSchema>;

/** An entry of the list; null where it is no message. */
function readMessage(entry: unknown): Message | null {
  const message = messageSchema.safeParse(entry);
  const isMessage = message.success && (message.data.text !== undefined || message.data.type === 'message');
  return isMessage ? message.data : null;
}

/** Whether a list holds messages of Slack, whatever else it holds. */
export const isSlack = (entries: readonly unknown[]): boolean =>
  entries.length === 0 || entries.some((entry) => readMessage(entry) !== null);

/** Reads what an export of Slack holds of one channel. Who has one id is one person, by the name that any message gives them. */
export function readSlack(entries: readonly unknown[]): Transcript {
  const messages = entries.map(readMessage);
  const names = nameUsers(messages);
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  for (const [index, message] of messages.entries()) {
    const line = index + 1;
    const { subtype, user, ts } = message ?? {};
    const words = slackText(message?.text ?? '', names);
    const isNotice = subtype !== undefined && subtype !== 'thread_broadcast';
    if (!message) skipped.push({ line, reason: 'no message of Slack' });
    else if (isNotice) skipped.push({ line, reason: `a notice of Slack (${subtype})` });
    else if (words === '') skipped.push({ line, reason: 'a message without text' });
    else {
      const seconds = Number(ts);
      turns.push({
        speaker: user === undefined ? nameIn(message) : (names.get(user) ?? user),
        text: words,
        ...{ startMs: null, endMs: null, line },
        at: ts && Number.isFinite(seconds) ? dateOf(seconds) : null,
      });
    }
  }
  const people = new Map(
    messages.flatMap((message): [string, SpeakerDetails][] => {
      const [speaker, name] = [names.get(message?.user ?? ''), message && nameIn(message)];
      const email = message?.user_profile?.email;
      return speaker && email ? [[speaker, { ...(name ? { name } : {}), email }]] : [];
    }),
  );
  return { format: 'slack', turns, skipped, people };
}

const nameIn = (message: Message) => {
  const { real_name: real, display_name: shown, name } = message.user_profile ?? {};
  return real || shown || name || null;
};

function dateOf(seconds: number): Date | null {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The names of users by their ids; two people of one name are told apart by these. */
function nameUsers(messages: readonly (Message | null)[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const message of messages) {
    const name = message && nameIn(message);
    if (!name || !message.user || names.has(message.user)) continue;
    names.set(message.user, taken.has(name) ? `${name} (${message.user})` : name);
    taken.add(name);
  }
  return names;
}

/** Links by their words, mentions as "@…", entities as characters. */
function slackText(raw: string, names: ReadonlyMap<string, string>): string {
  return raw
    .replace(
      /<[@#!]([^<>|]{1,200})(?:\|([^<>]{1,200}))?>/g,
      (_, id: string, name?: string) => `@${name ?? names.get(id) ?? id}`,
    )
    .replace(/<([^<>|]{1,2000})\|([^<>]{1,2000})>/g, '$2')
    .replace(/<(https?:[^<>]{1,2000}|mailto:[^<>]{1,2000})>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

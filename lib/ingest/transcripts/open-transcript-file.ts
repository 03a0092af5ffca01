import { unzipSync } from 'fflate';
import { decodeTranscript } from '@/lib/ingest/transcripts/decode-transcript';
import { TranscriptProblem } from '@/lib/ingest/transcripts/transcript';

/** What may be unpacked of one file; longer transcripts fit no form. */
const MOST_UNPACKED_BYTES = 32 * 1024 ** 2;
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const NAMES_SHOWN = 5;
const BY_THE_WAY = /(?:^|\/)(?:__MACOSX\/|\.)/;
const TRANSCRIPT = /\.(?:txt|vtt|srt|sbv|json)$/i;
/** A day of a channel in an export of Slack. */
const SLACK_DAY = /^(?:.*\/)?([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/;

/**
 * The transcript within a file that somebody chose: its text, the chat in an archive of WhatsApp beside its pictures, or
 * the one channel in an archive of Slack with all its days, its people named by `users.json`.
 * @throws TranscriptProblem saying what to choose instead.
 */
export function openTranscriptFile(bytes: Uint8Array): string {
  if (!ARCHIVE.every((byte, at) => bytes[at] === byte)) return decodeTranscript(bytes);
  const files = unpack(bytes);
  const names = [...files.keys()];
  if (names.some((name) => SLACK_DAY.test(name))) return openSlack(files);
  const [name, ...others] = names;
  if (name === undefined) {
    throw new TranscriptProblem('This archive holds no transcript: no .txt, .vtt, .srt, .sbv or .json file.');
  }
  if (others.length > 0) {
    throw new TranscriptProblem(`This archive holds ${shown(names, 'transcripts')}. Choose one of them.`);
  }
  return decodeTranscript(files.get(name) ?? new Uint8Array());
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!TRANSCRIPT.test(name) || BY_THE_WAY.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED_BYTES)
          throw new TranscriptProblem('What this archive holds is too large.');
        return true;
      },
    });
    return new Map(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if (error instanceof TranscriptProblem) throw error;
    throw new TranscriptProblem('This archive cannot be opened. Unpack it and choose the transcript within.');
  }
}

function openSlack(files: ReadonlyMap<string, Uint8Array>): string {
  const days = [...files].flatMap(([name, bytes]) => {
    const channel = SLACK_DAY.exec(name)?.[1];
    return channel === undefined ? [] : [{ name, channel, bytes }];
  });
  const channels = [...new Set(days.map(({ channel }) => channel))];
  if (channels.length > 1) {
    throw new TranscriptProblem(
      `This export of Slack holds ${shown(channels, 'channels')}. Pack the folder of one of them together with users.json, or choose a single file such as ${days[0]?.name}.`,
    );
  }
  const users = [...files].find(([name]) => /(?:^|\/)users\.json$/.test(name))?.[1];
  const profiles = users ? readProfiles(readList(users, 'users.json')) : new Map<unknown, unknown>();
  const messages = days.flatMap(({ name, bytes }) => readList(bytes, name));
  return JSON.stringify(
    messages.map((message) =>
      isRecord(message) && profiles.has(message.user)
        ? { ...message, user_profile: profiles.get(message.user) }
        : message,
    ),
  );
}

function readProfiles(users: readonly unknown[]): Map<unknown, unknown> {
  return new Map(
    users.flatMap((user) => {
      if (!isRecord(user)) return [];
      const profile = isRecord(user.profile) ? user.profile : {};
      const name = profile.real_name || user.real_name || user.name;
      return [[user.id, { real_name: name, email: profile.email }]];
    }),
  );
}

function readList(bytes: Uint8Array, name: string): unknown[] {
  try {
    const list: unknown = JSON.parse(decodeTranscript(bytes).replace(/^\ufeff/, ''));
    if (Array.isArray(list)) return list;
  } catch {
    // Said below.
  }
  throw new TranscriptProblem(`${name} in this export of Slack is damaged. Export it again.`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (names: readonly string[], what: string) =>
  `${names.length} ${what} (${names.slice(0, NAMES_SHOWN).join(', ')}${names.length > NAMES_SHOWN ? ' and others' : ''})`;

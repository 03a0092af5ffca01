/** What somebody said without a break, as a transcript has it. */
export interface Turn {
  /** As the transcript names them; null where it does not. */
  speaker: string | null;
  text: string;
  /** From the beginning of the call, in milliseconds; null in a chat, or where it is not told. */
  startMs: number | null;
  endMs: number | null;
  /** The moment itself, where the transcript tells it. */
  at: Date | null;
  /** Where it stands: the line of the file, or the place in a list, from 1. */
  line: number;
}

/** What a transcript tells of somebody who speaks in it, beside the name. */
export interface SpeakerDetails {
  name?: string;
  /** Lower case. */
  email?: string;
  side?: 'customer' | 'staff';
}

/** Why a time is passed over of what is said otherwise. */
export const TIME_IS_LOST = 'its time cannot be read; the words are kept';

/** A part of a transcript that was passed over, and why. */
export interface Skipped {
  line: number;
  reason: string;
}

export const transcriptFormats = [
  'webvtt',
  'srt',
  'sbv',
  'whatsapp',
  'slack',
  'gong',
  'whisper',
  'plain',
] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];

export const transcriptFormatNames: Record<TranscriptFormat, string> = {
  webvtt: 'WebVTT',
  srt: 'SRT',
  sbv: 'SBV',
  whatsapp: 'a chat of WhatsApp',
  slack: 'an export of Slack',
  gong: 'a call of Gong',
  whisper: 'JSON of Whisper',
  plain: 'lines “Name: text”',
};

export interface Transcript {
  format: TranscriptFormat;
  turns: Turn[];
  /** In the order of the file. */
  skipped: Skipped[];
  /** Those of whom it tells more, by the name they have in the turns. */
  people?: ReadonlyMap<string, SpeakerDetails>;
}

/** A file that is no transcript, or not one that can be read: says what it is and what would help. */
export class TranscriptProblem extends Error {}

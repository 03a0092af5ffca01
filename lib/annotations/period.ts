import { z } from 'zod';
import { type Address, dayInAddress, readAddress, wordsInAddress } from '@/lib/responses/address';

/** A UTC day, "2026-10-31". */
export type Day = string;

const DAY_MS = 86_400_000;

/** Lengths that a screen offers, in days; `all` is from the first record to the last. */
export const presets = ['30', '90', '365', 'all'] as const;
export type Preset = (typeof presets)[number];
const DEFAULT_PRESET: Preset = '90';

const choiceSchema = z.object({
  period: z.enum(presets).optional(),
  from: dayInAddress.optional(),
  to: dayInAddress.optional(),
  plan: wordsInAddress.optional(),
  segment: wordsInAddress.optional(),
});

/** What a reader asks to see: a length, or a first and last day; and of which accounts. */
export type PeriodChoice = z.infer<typeof choiceSchema>;

/** Days from the first to the last, both included. */
export interface Days {
  from: Day;
  to: Day;
}

export interface Period extends Days {
  preset: Preset | 'custom';
  /** How many days it has. */
  length: number;
  /** As many days just before it; null where no record is that old, or all of them are in the period. */
  before: Days | null;
  /** Whether records begin within the days before, so that counts of the two cannot be compared. */
  isBeforePartial: boolean;
}

/** Reads a choice from an address. What cannot be read is named, and then nothing may be shown. */
export function parsePeriodChoice(address: Address): { choice: PeriodChoice; unreadable: string[] } {
  const { fields, unreadable } = readAddress(choiceSchema, address);
  return { choice: fields ?? {}, unreadable };
}

/** The days a choice means where records go from `recorded.from` to `recorded.to`. Days given beat a length given. */
export function resolvePeriod(choice: PeriodChoice, recorded: Days): Period {
  if (choice.from || choice.to) {
    const to = choice.to ?? later(choice.from ?? recorded.to, recorded.to);
    return withBefore('custom', { from: choice.from ?? earlier(recorded.from, to), to }, recorded);
  }
  const preset = choice.period ?? DEFAULT_PRESET;
  if (preset === 'all') return withBefore(preset, recorded, recorded);
  return withBefore(preset, lastDays(recorded.to, Number(preset)), recorded);
}

function withBefore(preset: Period['preset'], { from, to }: Days, recorded: Days): Period {
  const length = countDays({ from, to });
  const before = lastDays(addDays(from, -1), length);
  const hasBefore = before.to >= recorded.from;
  return {
    preset,
    from,
    to,
    length,
    before: hasBefore ? before : null,
    isBeforePartial: hasBefore && before.from < recorded.from,
  };
}

/** Days from the first to the last, both counted. */
export function countDays({ from, to }: Days): number {
  return toEpochDay(to) - toEpochDay(from) + 1;
}

/** So many days, the last of them given. */
export function lastDays(to: Day, length: number): Days {
  return { from: addDays(to, 1 - length), to };
}

export function addDays(from: Day, days: number): Day {
  return toDay(new Date((toEpochDay(from) + days) * DAY_MS));
}

/** The UTC day of a moment. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Midnight UTC at which a day begins. */
export function startOf(value: Day): Date {
  return new Date(`${value}T00:00:00.000Z`);
}

function toEpochDay(value: Day): number {
  return Math.round(startOf(value).getTime() / DAY_MS);
}

/** The later of two days. */
export function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

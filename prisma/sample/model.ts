import type { Talkativeness } from './parameters';
import type { ThemeSlug } from './themes';
import type { SampleAccount, SampleContact } from './types';

/** One thing a person wants to say. */
export type Point = { theme: ThemeSlug; stance: 'complaint' | 'praise' | 'request' };

export type Language = 'en' | 'fr' | 'de' | 'es';

/** How a person writes, always. */
export type Voice = {
  language: Language;
  length: 'terse' | 'normal' | 'wordy';
  lowercase: boolean;
  dropsApostrophes: boolean;
  dropsFullStops: boolean;
  exclaims: boolean;
  greets: boolean;
  signs: boolean;
  /** Share of longer words with a typing error. */
  typoShare: number;
  emojiShare: number;
};

export type ModelContact = { record: SampleContact; givenName: string; voice: Voice; mood: number };

export type ModelAccount = {
  record: SampleAccount;
  startDay: number;
  churnDay: number | null;
  talkativeness: Talkativeness;
  mood: number;
  usesMobileApp: boolean;
  contacts: ModelContact[];
  /** Days between which the driver's trouble goes on, where it does. */
  driverEpisode: { from: number; to: number } | null;
};

export type Channel = 'nps' | 'csat' | 'ces' | 'ticket' | 'transcript' | 'app_review' | 'business_review';

/** One occasion on which a person says something, planned before it is put into words. */
export type Touch = {
  account: ModelAccount | null;
  contact: ModelContact | null;
  day: number;
  channel: Channel;
  points: Point[];
  /** Surveys only: false when nothing but the score is given. */
  commented: boolean;
  /** Tickets only: how often the customer comes back with the same trouble. */
  repeats: number;
};

/** How many statements of a touch speak of its themes. */
export function countStatements(touch: Touch): number {
  if (!touch.commented || touch.points.length === 0) return 0;
  return touch.channel === 'transcript' ? touch.points.length : 1 + touch.repeats;
}

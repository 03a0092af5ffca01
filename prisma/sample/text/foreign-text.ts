import type { ThemeSlug } from '../themes';

/** The same grammar for people who do not write in English: fewer frames, since they are few. */
export type ForeignText = {
  complaints: Readonly<Record<ThemeSlug, readonly string[]>>;
  praise: Readonly<Partial<Record<ThemeSlug, readonly string[]>>>;
  subjects: Readonly<{ problem: readonly string[]; other: readonly string[] }>;
  greetings: readonly string[];
  signOffs: readonly string[];
  but: readonly string[];
  also: readonly string[];
  negativeClosings: readonly string[];
  positiveClosings: readonly string[];
  vaguePraise: readonly string[];
  vagueComplaints: readonly string[];
  nothing: readonly string[];
  followUps: readonly string[];
  thanks: readonly string[];
  staff: readonly string[];
  reviewTitles: Readonly<{ good: readonly string[]; bad: readonly string[] }>;
};

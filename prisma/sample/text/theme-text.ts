/**
 * The sentences of one theme, as frames: `{a|b}` picks one branch (they nest), `<slot>` is filled from the slots.
 * A frame starts in lower case unless its first word always has a capital, so that it can follow "but" as well.
 */
export type ThemeText = {
  /** Ticket subjects. */
  subjects: readonly string[];
  /** Sentences that say by themselves what is wrong. */
  complaints: readonly string[];
  /** Sentences that follow a complaint with particulars. */
  details: readonly string[];
  /** What the trouble costs the customer. */
  effects: readonly string[];
  /** Sentences that praise by themselves. */
  praise: readonly string[];
  /** Wishes and questions. */
  requests: readonly string[];
  /** Complaints of people who write three words. */
  terse: readonly string[];
  /** Praise of people who write three words. */
  tersePraise: readonly string[];
  /** Answers of the support team. */
  staff: readonly string[];
};

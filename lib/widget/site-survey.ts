import type { Answers, Definition } from './definition';

/** The few words around a question. */
export interface Words {
  next: string;
  send: string;
  back: string;
  close: string;
  later: string;
  never: string;
  feedback: string;
  required: string;
  optional: string;
  goOn: string;
  offline: string;
  of: string;
}

/** A survey as the script on a page gets it. */
export interface SiteSurvey {
  key: string;
  definition: Definition;
  words: Words;
  /** In which its language is written. */
  direction: 'ltr' | 'rtl';
  mode: 'popover' | 'inline' | 'button';
  delaySeconds: number;
  event: string;
  pageContains: string;
  device: 'any' | 'phone' | 'desktop';
  traitName: string;
  traitValue: string;
  percentage: number;
  coolDownDays: number;
  accent: string;
  onAccent: string;
}

/** What the box does with what a person does. */
export interface BoxOptions {
  survey: SiteSurvey;
  answers: Answers;
  /** Where it is drawn: within the page, or null for the corner of the window. */
  inside: Element | null;
  /** Fetches another of our files: some kinds of question need one. */
  load: (name: string) => Promise<void>;
  save: (answers: Answers, isDone: boolean) => void;
  /** Whether somebody asked for it who is to find themselves within it. */
  takesFocus: boolean;
  /** Not now, or never again; null where it was finished or may come again. `hadFocus`: whoever left was within. */
  leave: (how: 'later' | 'never' | null, hadFocus: boolean) => void;
}

/** Draws a survey; the answer takes it away. Defined by the script that is loaded only when a question is to be shown. */
export type OpenBox = (options: BoxOptions) => () => void;

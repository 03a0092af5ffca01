import type { Answers, Definition } from './definition';
import type { Memory } from './memory';
import type { Rule } from './rule';

/** The few words around a question. */
export interface Words {
  next: string;
  send: string;
  back: string;
  close: string;
  later: string;
  /** Of a survey that people do not open themselves. */
  never?: string;
  /** Of a survey with a button. */
  feedback?: string;
  required: string;
  /** Where not every question is required. */
  optional?: string;
  /** Where the last page leads on. */
  goOn?: string;
  /** Where more is said of what is done with people's data. */
  privacy?: string;
  offline: string;
  of: string;
}

/** What a page is told of a survey before it may be asked: when and where it is to be looked at, and no word of it. */
export interface SiteSurvey {
  key: string;
  mode: 'popover' | 'inline' | 'button';
  delaySeconds: number;
  /** Shown when the page reports this event; without one, after the delay. */
  event?: string;
  /**
   * Asked where all rules of one of these groups hold; without groups of everybody. Null is one that does not hold for who is
   * here, as the server knows; what it knows to hold is left out.
   */
  groups?: (Rule[] | null)[];
  /** Names of its hidden fields, if it has any: traits of these names are kept with the answers. */
  fields?: string[];
  /** Of the people who fit, how many are asked; absent: all, or the server draws. */
  percentage?: number;
  coolDownDays: number;
  /** Of one that people open themselves: the button. */
  tab?: Appearance & {
    text: string;
    /** Of the text. */
    lang: string;
  };
}

/** What is told of a survey once it may ask. */
export interface SurveyContent extends Appearance {
  /** Number of its version. */
  version: number;
  definition: Pick<Definition, 'language' | 'questions'> & {
    thanks: Omit<Definition['thanks'], 'redirectUrl'> & { redirectUrl?: string };
    privacy?: Definition['privacy'];
  };
  words: Words;
  /** Of our words, where they are not in its language. */
  lang?: string;
  /** Languages of the pieces that are in another one than our words, by their places. */
  marks?: Record<string, string>;
  /** It begins with another kind of question, speaks of somebody, leads somewhere or mixes languages: it needs the file of the other kinds. */
  hasParts?: true;
  /** A picture above the questions: its address, and what it says to those who do not see it. */
  logo?: { path: string; text: string };
}

interface Appearance {
  accent: string;
  /** Of the text on it; absent: white. */
  onAccent?: string;
  /** Style that says otherwise than the box's own. */
  look?: string;
  /** In which its language is written, if that is not from left to right. */
  direction?: 'rtl';
}

/** A survey that is drawn. */
export type ShownSurvey = SiteSurvey & SurveyContent;

/** What the box does with what a person does. */
export interface BoxOptions {
  survey: ShownSurvey;
  answers: Answers;
  /** Traits and hidden fields as the page states them, for questions that speak of them. They are not sent. */
  known: Record<string, string | number | boolean>;
  /** Where it is drawn: within the page, or else in the corner of the window. */
  inside?: Element | null | undefined;
  /** Fetches another of our files: some kinds of question need one. */
  load: (name: string) => Promise<void>;
  /** Saves what has been answered now, or the end. */
  save: (given: Answers, isDone: boolean) => void;
  /** Whether somebody asked for it who is to find themselves within it. */
  takesFocus: boolean;
  /** Not now, or never again; null where it was finished or may come again. `hadFocus`: whoever left was within. */
  leave: (how: 'later' | 'never' | null, hadFocus: boolean) => void;
}

/** Why a survey is asked that does not come by itself. */
export interface Wish {
  isWished?: boolean;
  /** Somebody pressed our button, and goes on from there. */
  takesFocus?: boolean;
  /** Its place in the page. */
  inside?: Element | null;
  fields?: Record<string, string | number | boolean> | undefined;
}

/** Something of a survey that is drawn on the page; in the corner is at most one. */
export interface Drawn {
  /** Absent while the server is asked. */
  close?: () => void;
  isCorner: boolean;
  /** When its question was first read; absent before. */
  at?: number | undefined;
  /** Somebody asked for it, or is answering it: it stays where they go, and gives way to nothing. */
  isKept?: boolean;
}

/** What looks after the surveys of one mode that are drawn otherwise than as a popover. */
export interface Drawer {
  /** Draws what this page calls for, or takes it away; with the focus for whoever comes back to it. */
  draw: (survey: SiteSurvey, takesFocus?: boolean) => void;
  /** Asks where such a survey stands. */
  ask: (survey: SiteSurvey, wish: Wish) => void;
}

export interface DrawerMeans {
  surveys: SiteSurvey[];
  /** What is drawn, by survey. */
  open: Map<string, Drawn>;
  /** Surveys that are not to come by themselves on this page. */
  passed: Set<string>;
  ask: (survey: SiteSurvey, wish: Wish) => Promise<boolean>;
  dismiss: (key: string) => void;
  isForHere: (survey: SiteSurvey) => boolean;
  /** Whether it may come of its own accord here. */
  mayAsk: (survey: SiteSurvey) => boolean;
  recall: () => Memory;
}

import type { DrawMore, DrawPrivacy } from './control';
import type { isComplete, pipe, pipeQuestion } from './flow';
import type { DrawLogo } from './logo';
import type { Memory } from './memory';
import type { MakePlaces } from './places';
import type { Solve } from './proof';
import type { MakeRules } from './rules';
import type { MakeSend } from './send';
import type { SiteSurvey } from './site-survey';
import type { MakeTab } from './tab';
import type { View, Walk } from './walk';

export type Traits = Record<string, string | number | boolean>;
export type Call = [name: keyof Api, ...rest: unknown[]];

/** What a page may call. */
export interface Api {
  /** Who the person is: a token signed by the site's server, or null, and traits that decide what is asked. What another person began in this browser stays theirs. */
  identify: (token: string | null, traits?: Traits) => void;
  /** Something happened that a survey may wait for. */
  track: (event: string) => void;
  /** Shows a survey now, unless the person asked never to be asked; `fields` are its hidden ones, kept with the answers. */
  show: (surveyKey: string, options?: { fields?: Traits }) => void;
  /** Forgets the person, at sign-out: takes away what is asked and what was begun. That they want no questions stays with the browser. */
  reset: () => void;
  /** Takes a call that was made before the script was there. */
  push: (...calls: Call[]) => void;
}

/** What the loader hands to what asks. */
export interface Site {
  /** What runs for who is here; its entries change when somebody is named. */
  surveys: SiteSurvey[];
  /** Learns what runs for the person of a token, or for nobody known, if that is not known yet. */
  learn: (token?: string | null) => Promise<void>;
  /** Fetches another of our files by its name. */
  load: (name: string) => Promise<void>;
  /** What this browser remembers; nothing where it withholds its storage. */
  stored: () => Partial<Memory>;
  /** Sends something to the server. */
  post: (what: string, content: object) => Promise<Response>;
}

/** Starts what asks. */
export type Start = (site: Site) => Api;

declare global {
  interface Window {
    verbatim?: Api | Call[];
    /** What each of our files brings, once it is loaded. */
    verbatimAsk?: Start;
    verbatimMore?: {
      css: string;
      draw: DrawMore;
      isComplete: typeof isComplete;
      pipe: typeof pipe;
      pipeQuestion: typeof pipeQuestion;
      drawPrivacy: DrawPrivacy;
    };
    verbatimSend?: MakeSend;
    verbatimWalk?: (view: View) => Walk;
    verbatimTab?: MakeTab;
    verbatimPlaces?: MakePlaces;
    verbatimRules?: MakeRules;
    verbatimLogo?: DrawLogo;
    verbatimProof?: Solve;
    trustedTypes?: {
      createPolicy: (
        name: string,
        rules: { createScriptURL: (url: string) => string },
      ) => { createScriptURL: (url: string) => string };
    };
  }
}

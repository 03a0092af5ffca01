import type { DrawMore, DrawPrivacy } from './control';
import type { isComplete, pipe, pipeQuestion } from './flow';
import type { DrawLogo } from './logo';
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

/** Starts what asks. `load` fetches another of our files by its name. */
export type Start = (site: {
  api: string;
  surveys: SiteSurvey[];
  load: (name: string) => Promise<void>;
}) => Api;

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

import { followAddress } from './address';
import type { Traits } from './api';
import type { Memory } from './memory';
import { holdsHere } from './rule';
import type { SiteSurvey } from './site-survey';

/** What looks whom a survey is for and what of a person is kept with the answers, loaded where a survey asks for either. */
export interface Rules {
  /** Places of the groups of rules of which all hold here. */
  find: (survey: SiteSurvey, traits: Traits) => number[];
  /** What is sent for the hidden fields of a survey: of all that the page states of a person nothing but these. */
  pick: (survey: SiteSurvey, stated: Traits) => Traits;
  /** Keeps that an event has happened, if a rule is about it. @returns whether that is news. */
  note: (event: string) => boolean;
}

export type MakeRules = (means: {
  surveys: SiteSurvey[];
  recall: () => Memory;
  remember: (change: (memory: Memory) => void) => void;
  /** Looks what another page of a single-page application calls for: without rules, all of them are alike. */
  look: () => void;
}) => Rules;

window.verbatimRules = ({ surveys, recall, remember, look }) => {
  followAddress(look);
  return {
    find({ groups = [] }, traits) {
      const here = {
        traits,
        events: recall().events,
        href: location.href,
        isPhone: matchMedia('(max-width: 640px)').matches,
      };
      return groups.flatMap((rules, place) => (rules?.every((rule) => holdsHere(rule, here)) ? [place] : []));
    },
    pick: ({ fields = [] }, stated) =>
      Object.fromEntries(Object.entries(stated).filter(([name]) => fields.includes(name))),
    note(event) {
      const rules = surveys.flatMap(({ groups = [] }) => groups.flatMap((rules) => rules ?? []));
      if (event in recall().events || !rules.some(({ about, name }) => about === 'event' && name === event))
        return false;
      remember(({ events }) => {
        events[event] = 1;
      });
      return true;
    },
  };
};

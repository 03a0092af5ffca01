/** What a discovery does, in this order. */
export const findingSteps = ['meaning', 'neighbours', 'groups', 'learning', 'names'] as const;

/** How far one step of a discovery has come: sentences, rounds of learning, or names; a step that is not counted has a total of 1. */
export interface FindingProgress {
  step: (typeof findingSteps)[number];
  done: number;
  total: number;
}

export type OnFinding = (progress: FindingProgress) => void;

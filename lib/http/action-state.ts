/** What a form knows about its last submission; safe in the browser. */
export interface ActionState<Data = undefined> {
  status: 'idle' | 'done' | 'failed';
  message?: string;
  /** What is wrong with which field, by its name. */
  fields?: Record<string, string>;
  data?: Data;
}

/** Before the first submission. */
export const idle: ActionState<never> = { status: 'idle' };

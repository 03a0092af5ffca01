/** One thing that must hold for a survey to be asked. A segment is the workspace's own knowledge: the browser is not told of such a rule. */
export interface Rule {
  about: RuleSubject;
  /** Of the trait or the event. */
  name: string;
  test: RuleTest;
  value: string;
}

/** What may be told of each subject; the first is what a new rule says. */
export const testsOf = {
  trait: ['is', 'is_not', 'has', 'has_not', 'at_least', 'at_most', 'known', 'unknown'],
  segment: ['is', 'is_not'],
  event: ['happened', 'happened_not'],
  page: ['has', 'has_not', 'is', 'is_not'],
  device: ['is', 'is_not'],
} as const;

export type RuleSubject = keyof typeof testsOf;
export type RuleTest = (typeof testsOf)[RuleSubject][number];

/** What the browser knows when it looks whether a rule holds. */
export interface RuleCircumstances {
  traits: Record<string, string | number | boolean>;
  /** Events that this browser has seen. */
  events: Record<string, unknown>;
  /** The address of the page. */
  href: string;
  isPhone: boolean;
}

/** Whether a rule holds here. A trait that is not stated is nothing, so it is also not some value. */
export function holdsHere({ about, name, test, value }: Rule, here: RuleCircumstances): boolean {
  if (about === 'event') return name in here.events === (test === 'happened');
  const stated = about === 'trait' ? here.traits[name] : about === 'page' ? here.href : '';
  const isStated = stated !== undefined && stated !== '';
  if (test === 'known') return isStated;
  if (test === 'unknown') return !isStated;
  const given = about === 'device' ? (here.isPhone ? 'phone' : 'desktop') : String(stated ?? '');
  if (test === 'at_least') return isStated && Number(given) >= Number(value);
  if (test === 'at_most') return isStated && Number(given) <= Number(value);
  if (test === 'has') return given.includes(value);
  if (test === 'has_not') return !given.includes(value);
  // An address is the page's, whatever follows the question mark.
  const isSame = about === 'page' ? pageOf(given) === pageOf(value) : given === value;
  return isSame === (test === 'is');
}

/** An address without its protocol, host, query, fragment and last stroke. */
function pageOf(address: string): string {
  return address
    .replace(/^\w+:\/\/[^/]*/, '')
    .replace(/[?#].*/, '')
    .replace(/\/$/, '');
}

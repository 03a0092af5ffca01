import { z } from 'zod';
import { type Rule, type RuleSubject, type RuleTest, testsOf } from '@/lib/widget/rule';

const subjects = Object.keys(testsOf) as [RuleSubject, ...RuleSubject[]];
const tests = [...new Set(Object.values(testsOf).flat())] as [RuleTest, ...RuleTest[]];

/** The most groups, and the most rules of one. */
export const MOST_GROUPS = 10;
export const MOST_RULES = 10;

const ruleSchema = z
  .object({
    about: z.enum(subjects),
    name: z.string().trim().max(100).default(''),
    test: z.enum(tests),
    value: z.string().trim().max(200).default(''),
  })
  .superRefine((rule, context) => {
    const problem = findProblem(rule);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

export const groupsSchema = z
  .array(z.array(ruleSchema).min(1, 'A group needs a rule.').max(MOST_RULES))
  .max(MOST_GROUPS)
  .default([]);

/** Whether a rule compares with a value. */
export function hasValue({ about, test }: Pick<Rule, 'about' | 'test'>): boolean {
  return about !== 'event' && test !== 'known' && test !== 'unknown';
}

/** Whether a rule is about something that has a name. */
export function hasName({ about }: Pick<Rule, 'about'>): boolean {
  return about === 'trait' || about === 'event';
}

function findProblem(rule: Rule): string | null {
  const { about, name, test, value } = rule;
  if (!(testsOf[about] as readonly RuleTest[]).includes(test))
    return `"${test}" cannot be said of a ${about}.`;
  if (hasName(rule) && name === '')
    return `A rule about ${about === 'event' ? 'an event' : 'a trait'} needs its name.`;
  if (hasValue(rule) && value === '') return `A rule about a ${about} needs a value to compare with.`;
  if (about === 'device' && value !== 'phone' && value !== 'desktop')
    return 'A device is "phone" or "desktop".';
  if ((test === 'at_least' || test === 'at_most') && !Number.isFinite(Number(value)))
    return `"${value}" is no number: "at least" and "at most" need one.`;
  return null;
}

const formerSchema = z.looseObject({
  pageContains: z.string().default(''),
  device: z.string().default('any'),
  traitName: z.string().default(''),
  traitValue: z.string().default(''),
  segment: z.string().default(''),
});

/** A delivery of before 2026-11-30, which had one rule of each kind, with these as a group; any other as it is. */
export function withGroups(stored: unknown): unknown {
  const former = formerSchema.safeParse(stored).data;
  if (!former || 'groups' in former) return stored;
  const { pageContains, device, traitName, traitValue, segment } = former;
  const rules: Rule[] = [];
  if (pageContains) rules.push({ about: 'page', name: '', test: 'has', value: pageContains });
  if (device !== 'any') rules.push({ about: 'device', name: '', test: 'is', value: device });
  if (traitName && traitValue) rules.push({ about: 'trait', name: traitName, test: 'is', value: traitValue });
  if (segment) rules.push({ about: 'segment', name: '', test: 'is', value: segment });
  return { ...former, groups: rules.length > 0 ? [rules] : [] };
}

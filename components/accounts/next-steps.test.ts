import { describe, expect, it } from 'vitest';
import { type NextStepFacts, suggestNextSteps } from './next-steps';

const stepsOf = (facts: NextStepFacts) => suggestNextSteps(facts).map(({ text }) => text);

const quiet: NextStepFacts = {
  today: new Date('2026-07-01T15:00:00Z'),
  hasChurned: false,
  renewalAt: new Date('2027-01-01'),
  atRiskCents: 0,
  worstTheme: null,
  detractor: null,
  usage: { direction: 'steady', recentMean: 10, earlierMean: 10, changeShare: 0 },
  silentDays: 12,
};

describe('what to do next', () => {
  it('is nothing where nothing stands out', () => {
    expect(stepsOf(quiet)).toEqual([]);
  });

  it('is nothing for an account that has left', () => {
    const loud = { ...quiet, silentDays: null, renewalAt: new Date('2026-07-02') };
    expect(stepsOf({ ...loud, hasChurned: true })).toEqual([]);
    expect(stepsOf(loud)).toHaveLength(2);
  });

  it('names a renewal within 90 days, today included, and none that has passed', () => {
    const due = (renewalAt: string) => stepsOf({ ...quiet, renewalAt: new Date(renewalAt) }).length;
    expect(due('2026-07-01')).toBe(1);
    expect(due('2026-09-29')).toBe(1);
    expect(due('2026-09-30')).toBe(0);
    expect(due('2026-06-30')).toBe(0);
  });

  it('speaks of ARR at risk also where no theme is associated with churn', () => {
    expect(stepsOf({ ...quiet, atRiskCents: 1_200_00 })).toEqual([
      'Talk about the problems under “Why at risk”: they go with more churn, which may be chance.',
    ]);
    expect(
      stepsOf({ ...quiet, atRiskCents: 1_200_00, likelyTheme: { name: 'Export', issue: null } }),
    ).toEqual([
      'Talk about “Export”: they had a problem with it, and it goes with more churn, which may be chance.',
    ]);
  });

  it('puts each step with its fact', () => {
    const steps = stepsOf({
      ...quiet,
      worstTheme: { name: 'CRM sync', issue: { id: 'i1', status: 'planned' } },
      detractor: { name: 'Pat', score: 3, at: new Date('2026-06-04') },
      usage: { direction: 'faded', recentMean: 5, earlierMean: 20, changeShare: -0.75 },
      silentDays: 91,
    });
    expect(steps).toEqual([
      'Talk about “CRM sync”: they had a problem with it, and it is associated with churn. The issue is planned.',
      'Answer Pat, who gave 3 of 10 on 4 Jun 2026.',
      'Ask why fewer people use it: 75% fewer a week than before.',
      'Ask how they are: nothing was heard from them for 91 days.',
    ]);
  });

  it('tells them of what has shipped, whether or not its link to churn may be chance', () => {
    const shipped = { name: 'CRM sync', issue: { id: 'i1', status: 'shipped' } } as const;
    const told =
      'Tell them that the fix of “CRM sync” shipped, and ask whether it works for them: they had a problem with it, and ';
    expect(stepsOf({ ...quiet, worstTheme: shipped })).toEqual([`${told}it is associated with churn.`]);
    expect(stepsOf({ ...quiet, atRiskCents: 5, likelyTheme: shipped })).toEqual([
      `${told}it goes with more churn, which may be chance.`,
    ]);
  });

  it('puts first what adds most to the chance of leaving', () => {
    const facts = {
      ...quiet,
      renewalAt: new Date('2026-08-01'),
      usage: { direction: 'faded', recentMean: 5, earlierMean: 20, changeShare: -0.75 } as const,
    };
    const reason = { key: 'usage', value: -0.75, more: null, label: null } as const;
    expect(stepsOf(facts)[0]).toContain('renewal');
    expect(stepsOf({ ...facts, reasons: [{ ...reason, contribution: 0.8 }] })[0]).toContain('fewer people');
    // What makes leaving less likely presses nobody.
    expect(stepsOf({ ...facts, reasons: [{ ...reason, contribution: -0.8 }] })[0]).toContain('renewal');
  });

  it('leads to the issue that a step is about', () => {
    const issueOf = (facts: Partial<NextStepFacts>) =>
      suggestNextSteps({ ...quiet, ...facts }).map(({ issueId }) => issueId);
    expect(issueOf({ worstTheme: { name: 'CRM sync', issue: { id: 'i1', status: 'new' } } })).toEqual(['i1']);
    expect(
      issueOf({ atRiskCents: 5, likelyTheme: { name: 'Export', issue: { id: 'i2', status: 'new' } } }),
    ).toEqual(['i2']);
    expect(issueOf({ atRiskCents: 5, silentDays: null })).toEqual([null, null]);
  });
});

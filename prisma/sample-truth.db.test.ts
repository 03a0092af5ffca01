import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateAlerts } from '@/lib/alerts/evaluate-alerts';
import { findAlertPage } from '@/lib/alerts/find-alerts';
import { judgeDay } from '@/lib/alerts/judge-day';
import { recordThemeAlerts } from '@/lib/alerts/record-alerts';
import { ruleSchemas } from '@/lib/alerts/schema';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { countContentDays, countThemeDays } from '@/lib/annotations/count-theme-days';
import { discoverThemes } from '@/lib/annotations/discover-themes';
import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { countDays } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { findChurnMonths } from '@/lib/impact/find-churn-months';
import { findScorePeople } from '@/lib/impact/find-score-people';
import { DEFAULT_PANEL_OPTIONS } from '@/lib/impact/panel';
import { panelSpecOf } from '@/lib/impact/panel-spec-of';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { findBothPanels } from '@/lib/impact/testing/find-both-panels';
import { findAchievements } from '@/lib/issues/find-achievements';
import { findRankedIssues, type RankedIssue, type RankedIssues } from '@/lib/issues/find-ranked-issues';
import { rankIssues } from '@/lib/issues/rank-issues';
import { getSetting } from '@/lib/settings/queries';
import { computeEarsC2 } from '@/lib/stats/ears-c2';
import { themePlaces } from '@/lib/themes/theme-places';
import { loadSampleWorkspace } from './sample/load-sample-workspace';
import { makeSampleWorkspace } from './sample/make-sample-workspace';
import type { ThemeSlug } from './sample/themes';

const CHUNK = 500;
const MS_PER_WEEK = 7 * 86_400_000;
const sample = makeSampleWorkspace();
const { driver, talkativeConfounder, afterChurnOnly, surge, fix } = sample.plantedTruth;

/** One statement in which the product found a problem with a theme or a sub-theme of it. */
interface Mention {
  externalId: string;
  themeId: string;
  day: string;
}

let scope: Scope;
let mentions: Mention[];
let list: RankedIssues;
let issues: RankedIssue[];

async function readEverything(): Promise<void> {
  const rows = await scope.run((db) =>
    db.feedback.findMany({ where: { workspaceId: scope.workspaceId }, select: { id: true } }),
  );
  for (let start = 0; start < rows.length; start += CHUNK) {
    await annotateFeedback(
      scope,
      rows.slice(start, start + CHUNK).map(({ id }) => id),
    );
  }
}

function findMentions(): Promise<Mention[]> {
  return scope.run(
    (db) => db.$queryRaw<Mention[]>`
      SELECT DISTINCT f.external_id AS "externalId", place.branch_id::text AS "themeId", f.occurred_at::date::text AS day
      FROM theme_assignments a
        JOIN ${themePlaces(scope.workspaceId)} place ON place.theme_id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${mentionIsProblem}`,
  );
}

function labelsOf(themeId: string): Map<ThemeSlug, number> {
  const counts = new Map<ThemeSlug, number>();
  for (const mention of mentions.filter((each) => each.themeId === themeId)) {
    for (const slug of sample.problemLabels[mention.externalId] ?? []) {
      counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
  }
  return counts;
}

/** The issue whose problem mentions are labelled with the planted theme most often, of those where no label is commoner. */
function issueOf(slug: ThemeSlug): RankedIssue {
  const candidates = issues.flatMap((issue) => {
    const labels = labelsOf(issue.themeId);
    const own = labels.get(slug) ?? 0;
    return own > 0 && own === Math.max(...labels.values()) ? [{ issue, own }] : [];
  });
  const [best] = candidates.sort((a, b) => b.own - a.own);
  if (!best) throw new Error(`the product found no theme that is mostly ${slug}`);
  return best.issue;
}

beforeAll(async () => {
  scope = await makeWorkspace();
  const { workspaceId } = scope;
  await scope.run((db) => db.workspace.update({ where: { id: workspaceId }, data: { isSample: true } }));
  await loadSampleWorkspace(scope, sample);
  await readEverything();
  await discoverThemes(scope);
  await rankIssues(scope);
  mentions = await findMentions();
  const found = await findRankedIssues(scope, PRIORITY_PRESETS.balanced);
  if (!found) throw new Error('there is no ranking');
  list = found;
  issues = found.issues;
}, 420_000);

describe('from the words of the sample workspace to its ranked issues', () => {
  it('ranks the churn driver above the confounder and the complaint made after cancelling', () => {
    const place = issueOf(driver).rank;
    expect(place).toBeLessThan(issueOf(talkativeConfounder).rank);
    expect(place).toBeLessThan(issueOf(afterChurnOnly).rank);
    expect(place).toBe(1);
  });

  it('calls the driver associated with churn, with room to spare', () => {
    const { churn } = issueOf(driver).details;
    expect(isChurnLinked(churn)).toBe(true);
    expect(churn.estimate?.qValue).toBeLessThan(0.01);
    expect(churn.estimate?.interval.low).toBeGreaterThan(1.3);
    expect(churn.shrunk.interval.low).toBeGreaterThan(1);
  });

  it.each([talkativeConfounder, afterChurnOnly])('does not call %s associated with churn', (slug) => {
    expect(isChurnLinked(issueOf(slug).details.churn)).toBe(false);
  });

  it('finds most of what is said about the driver in its theme', () => {
    const { themeId } = issueOf(driver);
    const said = Object.values(sample.problemLabels).filter((slugs) => slugs.includes(driver)).length;
    const own = labelsOf(themeId).get(driver) ?? 0;
    expect(own / said).toBeGreaterThan(0.6);
    expect(own / issueOf(driver).mentions).toBeGreaterThan(0.6);
  });

  it('shows the week in which a complaint surged', () => {
    const { themeId } = issueOf(surge.theme);
    const start = Date.parse(surge.weekStartsOn);
    const counts = Array.from({ length: 16 }, () => 0);
    for (const mention of mentions.filter((each) => each.themeId === themeId)) {
      const weeksBefore = Math.ceil((start - Date.parse(mention.day)) / MS_PER_WEEK);
      const week = counts.length - 1 - weeksBefore;
      if (week >= 0 && week < counts.length) counts[week] = (counts[week] ?? 0) + 1;
    }
    expect(computeEarsC2(counts).at(-1)?.isAlarm).toBe(true);
    expect(counts.at(-1)).toBeGreaterThan(3 * Math.max(...counts.slice(0, -1)));
  });
});

describe('the fix of the sample workspace', () => {
  it('is measured: its complaints fell beyond what those of other themes did', async () => {
    const found = await findAchievements(scope);
    expect(found?.withoutTheme).toBe(0);
    const [row, ...others] = found?.rows ?? [];
    expect(others).toEqual([]);
    expect(row?.issueId).toBe(issueOf(fix.theme).issueId);
    const { effect } = row?.result ?? {};
    expect(effect?.rateRatio?.high).toBeLessThan(0.8);
    expect(effect?.againstUntouched?.interval?.high).toBeLessThan(0.9);
    expect(found?.money?.fixes).toBe(1);
  });
});

describe('the churn panel of the sample workspace', () => {
  it('is the same in SQL and as a pure function, row by row and stratum by stratum', async () => {
    const rates = await getSetting(scope, 'currencyRates');
    const { pure, sql } = await findBothPanels(scope, {
      today: new Date(),
      rates,
      options: DEFAULT_PANEL_OPTIONS,
    });
    expect(pure.rows.length).toBeGreaterThan(3000);
    expect(sql.rows).toEqual(pure.rows);
    expect(sql.exposures).toEqual(pure.exposures);
    expect(sql.strata).toEqual(pure.strata);
  });

  it('has the rows behind the counts of every issue', async () => {
    const spec = panelSpecOf(list.run, await getSetting(scope, 'currencyRates'));
    for (const { details } of issues) {
      const { counts } = await findChurnMonths(scope, spec, details.churn, {
        ...{ side: 'exposed', onlyChurned: false, page: 1, pageSize: 1 },
      });
      expect(details.churn).toMatchObject(counts);
    }
  });

  it('has the people behind the effect of every issue on the score', async () => {
    for (const { themeId, details } of issues) {
      const { counts } = await findScorePeople(scope, themeId, {
        ...{ metric: 'nps', onlyComplaining: false, page: 1, pageSize: 1 },
      });
      const { contacts, contactsWithTheme } = counts;
      if (details.score) expect(details.score).toMatchObject({ contacts, contactsWithTheme });
    }
    expect(issues.some(({ details }) => details.score)).toBe(true);
  });
});

describe('alerts of the sample workspace', () => {
  const surgeDay = () => {
    const { themeId } = issueOf(surge.theme);
    const days = mentions
      .filter(
        ({ themeId: id, day, externalId }) =>
          id === themeId && day >= surge.weekStartsOn && sample.problemLabels[externalId],
      )
      .map(({ day }) => day);
    return days.sort()[0];
  };

  it('finds the planted surge on its first day, with its first quotes', async () => {
    await evaluateAlerts(scope);
    const { rows } = await findAlertPage(scope, { theme: issueOf(surge.theme).themeId }, null);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'theme_surge', day: surgeDay(), state: 'open' });
    expect(rows[0]?.quoteIds).toHaveLength(3);
    expect(rows[0]?.count).toBeGreaterThan(5 * (rows[0]?.expected ?? 0));
    expect(rows[0]?.qValue).toBeLessThan(0.01);
  });

  it('raises few alerts beside it, over all its days', async () => {
    const from = sample.startDate;
    const days = { from, to: sample.endDate };
    const [themes, totals] = [await countThemeDays(scope, days), await countContentDays(scope, days)];
    const rules = { surge: ruleSchemas.theme_surge.parse({}), newTheme: ruleSchemas.new_theme.parse({}) };
    const findings = Array.from({ length: countDays(days) }, (_, index) =>
      judgeDay(themes, { from, index, totals }, rules),
    ).flat();
    await recordThemeAlerts(scope, findings);
    const { rows } = await findAlertPage(scope, {}, null, 100);
    const ofThemes = rows.filter(({ kind }) => kind !== 'score_change');
    expect(ofThemes.length).toBeLessThanOrEqual(15);
  });
});

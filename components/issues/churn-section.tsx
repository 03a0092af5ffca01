import { IntervalPlot, type IntervalRow } from '@/components/charts/interval-plot';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { ImpactDetails, ImpactParameters } from '@/lib/impact/schema';
import { ChurnCounts } from './churn-counts';
import { describeAssociation, listChurnFigures } from './churn-words';
import { OutcomeTable } from './outcome-table';
import { ScoreEffect } from './score-effect';

type Props = {
  details: ImpactDetails;
  parameters: ImpactParameters;
  /** The statements that complain. */
  mentionsHref: string;
  issueHref: string;
};

/** How a problem goes with leaving and with the score: a sentence first, the figures one click away. */
export function ChurnSection({
  details: { churn, score, csat, outcomes },
  parameters,
  mentionsHref,
  issueHref,
}: Props) {
  const lags = churn.sensitivity.flatMap(({ lagDays, riskRatio, interval }): IntervalRow[] => {
    if (riskRatio === null || !interval || interval.low === null || interval.high === null) return [];
    const label = lagDays === parameters.lagDays ? `${lagDays} days, as used` : `${lagDays} days`;
    return [{ key: String(lagDays), label, estimate: riskRatio, low: interval.low, high: interval.high }];
  });
  return (
    <Section
      title="Churn and score"
      description="Months of accounts that had complained are compared with months of accounts alike in plan, revenue, tenure, renewal, season and how much else they say. Complaints after leaving do not count."
    >
      <Card className="space-y-4">
        <p className="max-w-prose text-lg">{describeAssociation(churn)}</p>
        <p className="max-w-prose text-ink-soft">
          <ScoreEffect metric="nps" score={score} issueHref={issueHref} />{' '}
          {csat && (
            <>
              <ScoreEffect metric="csat" score={csat} issueHref={issueHref} />{' '}
            </>
          )}
          <TextLink href={mentionsHref}>What they said</TextLink>
        </p>
        <details>
          <summary className="cursor-pointer rounded-sm font-medium text-accent">All figures</summary>
          <div className="mt-3 text-sm">
            <DefinitionList
              items={listChurnFigures(churn, parameters).map(([term, description]) => ({
                term,
                description,
              }))}
            />
          </div>
        </details>
      </Card>
      <div id="churn-counts" className="scroll-mt-4">
        <Card flush>
          <ChurnCounts churn={churn} issueHref={issueHref} />
        </Card>
      </div>
      {outcomes.length > 0 && (
        <Card flush>
          <OutcomeTable outcomes={outcomes} issueHref={issueHref} />
        </Card>
      )}
      {lags.length > 0 && (
        <Card flush>
          <IntervalPlot
            caption="The same with other distances between complaint and leaving: a link that vanishes with a longer one may be people complaining because they leave"
            rows={lags}
            rowHeader="Distance"
            valueHeader="Risk ratio"
            below="less churn"
            above="more churn"
          />
        </Card>
      )}
    </Section>
  );
}

import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { formatInterval, formatValue } from '@/components/ui/value-format';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import type { EarsDetails, FarringtonDetails, NewThemeDetails, ScoreDetails } from '@/lib/alerts/schema';
import { formatCount, formatNumber, formatPercent } from '@/lib/core/format';
import { scales } from '@/lib/responses/schema';
import { formatProbability } from '@/lib/stats/describe-chance';
import { normalQuantile } from '@/lib/stats/normal';
import { daysInWords, scoreFormats } from './alert-words';

/** How an alert came about: the formula, with its own numbers in it; of a withdrawn one with those it had as an alert. */
export function AlertExplanation({ alert: now }: { alert: AlertRow }) {
  const { details } = now;
  const alert = details.withdrawn ? { ...now, count: details.withdrawn.countThen } : now;
  switch (details.method) {
    case 'ears_c2':
      return <DefinitionList items={explainEars(alert, details)} />;
    case 'farrington':
      return <DefinitionList items={explainFarrington(alert, details)} />;
    case 'minimum_count':
      return <DefinitionList items={explainNewTheme(alert, details)} />;
    case 'score_test':
      return <DefinitionList items={explainScore(alert, details)} />;
  }
}

function explainEars(alert: AlertRow, details: EarsDetails): Definition[] {
  const { baseline, mean, deviation, earsPValue, rare, series, minimumCount, alpha } = details;
  const { unit } = series;
  const z = normalQuantile(1 - alpha);
  return [
    {
      term: 'Expected',
      description: `${formatNumber(mean, 2)} a ${unit}: the mean of ${baseline.join(', ')}, the seven ${unit}s that end three ${unit}s before. Their standard deviation is ${formatNumber(deviation, 2)}.`,
    },
    {
      term: 'Bound (EARS C2)',
      description: `${formatNumber(mean, 2)} + ${formatNumber(z, 2)} × ${formatNumber(deviation, 2)} = ${formatNumber(alert.threshold ?? 0, 1)}. ${formatNumber(alert.count ?? 0)} is more, and at least the ${formatNumber(minimumCount)} that an alert needs. ${formatProbability('p', earsPValue)} if counts were normal; ${formatNumber(z, 2)} is the normal quantile of 1 − ${alpha}.`,
    },
    {
      term: 'Rare as a count',
      description: `By ${formatCount(rare.units, unit)} before, with ${formatNumber(rare.expected, 2)} expected a ${unit} and a variance of ${formatNumber(rare.dispersion, 2)} times that (negative binomial): ${formatProbability('p', rare.pValue)}. Small counts are not normal, so both have to hold, and the larger p counts: ${formatProbability('p', alert.pValue ?? 1)}.`,
    },
    amongThemes(alert, details),
  ];
}

function explainFarrington(alert: AlertRow, details: FarringtonDetails): Definition[] {
  const { years, dispersion, hasTrend, alpha, minimumCount } = details;
  return [
    {
      term: 'Expected',
      description: `${formatNumber(alert.expected ?? 0, 1)} in this week, by the same time of ${formatNumber(years)} years before (Farrington flexible: a quasi-Poisson regression on ten seasons${hasTrend ? ' and a trend' : ''}; past outbreaks count for less, and the last 26 weeks are left out).`,
    },
    {
      term: 'Bound',
      description: `${formatNumber(alert.threshold ?? 0)}: a week like this exceeds it with a chance of ${formatPercent(alpha)} at most (negative binomial, variance ${formatNumber(dispersion, 2)} times the mean). ${formatNumber(alert.count ?? 0)} is more, and at least the ${formatNumber(minimumCount)} that an alert needs. ${formatProbability('p', alert.pValue ?? 1)}.`,
    },
    amongThemes(alert, details),
  ];
}

function amongThemes(
  { qValue }: AlertRow,
  { themes, qThreshold }: EarsDetails | FarringtonDetails,
): Definition {
  return {
    term: 'Among all themes',
    description: `${formatCount(themes, 'theme')} ${themes === 1 ? 'was' : 'were'} judged on this day, and among many some are high by chance. Benjamini-Hochberg over them: ${formatProbability('q', qValue ?? 1)}, below the ${qThreshold} of the rule.`,
  };
}

function explainNewTheme(alert: AlertRow, details: NewThemeDetails): Definition[] {
  const { quietDays, minimumCount, countBefore, silence } = details;
  return [
    {
      term: countBefore === 0 ? 'No history' : 'Earlier',
      description:
        countBefore === 0
          ? 'Nobody had told a problem of this theme before. Without a past there is nothing to expect and no probability to give.'
          : `No problem of this theme was told in the ${formatNumber(quietDays)} days before, ${formatNumber(countBefore)} earlier. At that rate ${formatNumber(alert.expected ?? 0, 2)} would come in seven days; so many or more by chance: ${formatProbability('p', alert.pValue ?? 1)} (Poisson).`,
    },
    {
      term: 'Minimum count',
      description: `${formatCount(alert.count ?? 0, 'statement')} within seven days; an alert needs ${formatNumber(minimumCount)}.`,
    },
    ...(silence
      ? [
          {
            term: 'Silence before',
            description: `${formatCount(silence.before, 'statement')} of any theme in the ${formatNumber(quietDays)} days before, without one of this, and ${formatNumber(silence.now)} in the seven days. Spread evenly, all of this theme would lie in the seven days by chance: ${formatProbability('p', silence.pValue)} (Fisher, one-sided). It has to be below 0.05: where little was said before, silence says nothing.`,
          },
        ]
      : []),
  ];
}

function explainScore(alert: AlertRow, details: ScoreDetails): Definition[] {
  const { metric, change, low, high, metrics, minimumAnswers, qThreshold, answersBefore, withdrawn } =
    details;
  const answers = withdrawn?.countThen ?? details.answers;
  const format = scoreFormats[metric];
  return [
    {
      term: 'Change',
      description: `${formatValue(details.value, format)} ${daysInWords(details.now)} less ${formatValue(details.valueBefore, format)} ${daysInWords(details.before)}: ${formatValue(change, format)} (${formatInterval(low, high, format)}, 95% interval). ${formatProbability('p', alert.pValue ?? 1)}, by that interval.`,
    },
    {
      term: 'Answers',
      description: `${formatNumber(answersBefore)} before and ${formatNumber(answers)} now; the rule needs ${formatNumber(minimumAnswers)} in both.${metric === 'nps' ? ' Of each person the latest of a stretch counts.' : ''}`,
    },
    {
      term: 'Among all scores',
      description: `${formatCount(metrics, 'score')} ${metrics === 1 ? 'was' : 'were'} tested (${scales[metric].name} is one). Benjamini-Hochberg over them: ${formatProbability('q', alert.qValue ?? 1)}, below the ${qThreshold} of the rule.`,
    },
  ];
}

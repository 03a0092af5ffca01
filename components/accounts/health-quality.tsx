import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { formatCount, formatFixed } from '@/lib/core/format';
import type { HealthModelRow } from '@/lib/health/find-health';
import { HORIZON_MONTHS } from '@/lib/health/schema';
import { describeQuality, describeWithheld, eventWords, formatAuc, outcomeNames } from './health-words';

/** How well each outcome can be foretold, or why nothing is said of it. */
export function HealthQuality({
  workspaceSlug,
  models,
  isAlone,
}: {
  workspaceSlug: string;
  models: HealthModelRow[];
  /** On the page of what it learned, which then needs no way there. */
  isAlone?: boolean;
}) {
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {models.map((model) => (
        <Card key={model.outcome}>
          <h3 className="font-semibold">
            {outcomeNames[model.outcome]} within {HORIZON_MONTHS} months
          </h3>
          <p className="mt-1 text-sm">{describeWithheld(model) ?? describeQuality(model)}</p>
          <Figures workspaceSlug={workspaceSlug} model={model} isAlone={isAlone} />
        </Card>
      ))}
    </div>
  );
}

function Figures({
  workspaceSlug,
  model,
  isAlone,
}: {
  workspaceSlug: string;
  model: HealthModelRow;
  isAlone: boolean | undefined;
}) {
  const { outcome, details, eventAccounts } = model;
  const found = details?.evaluation;
  return (
    <dl className="mt-3 space-y-1 text-sm [&>div]:flex [&>div]:flex-wrap [&>div]:justify-between [&>div]:gap-x-3 [&_dt]:text-ink-mute">
      {found && (
        <>
          <div>
            <dt>AUC (0.5 is chance)</dt>
            <dd>
              {formatAuc(found.auc)}{' '}
              <span className="text-ink-mute">
                ({formatAuc(found.interval.low)} to {formatAuc(found.interval.high)})
              </span>
            </dd>
          </div>
          <div>
            <dt>Brier score, lower is better</dt>
            <dd>
              {formatFixed(found.brier, 3)}{' '}
              <span className="text-ink-mute">(same chance for all: {formatFixed(found.baseBrier, 3)})</span>
            </dd>
          </div>
          <div>
            <dt>Judged by</dt>
            <dd>{formatCount(found.rows, 'account-month')}</dd>
          </div>
        </>
      )}
      <div>
        <dt>Learned from</dt>
        <dd>
          <TextLink href={accountsHref(workspaceSlug, { learned: outcome })}>
            {formatCount(eventAccounts, 'account')} that {eventWords[outcome]}
          </TextLink>
        </dd>
      </div>
      {details && !isAlone && (
        <div>
          <dt className="sr-only">How</dt>
          <dd>
            <TextLink href={`/w/${workspaceSlug}/accounts/health/${outcome}`}>
              What it learned<span className="sr-only"> of who {eventWords[outcome]}</span>
            </TextLink>
          </dd>
        </div>
      )}
    </dl>
  );
}

import { ClipboardList } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { addressOf, PeriodPicker } from '@/components/overview/period-picker';
import { CloseForm } from '@/components/surveys/close-form';
import { PartResults } from '@/components/surveys/part-results';
import { QuestionResultTable } from '@/components/surveys/question-result-table';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { SurveyStats } from '@/components/surveys/survey-stats';
import { WeightedScore } from '@/components/surveys/weighted-score';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { findGroupingFields } from '@/lib/accounts/custom-fields';
import { findFilterChoices } from '@/lib/annotations/find-filter-choices';
import { parsePeriodChoice, resolvePeriod } from '@/lib/annotations/period';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { addressSchema, sayTrait } from '@/lib/responses/address';
import { findScoreReport } from '@/lib/responses/find-score-report';
import { type ResponseFilter, responsesHref } from '@/lib/responses/response-filter';
import { noLongerAsked, withOtherVersions } from '@/lib/surveys/comparable-versions';
import { findPartScores } from '@/lib/surveys/find-part-scores';
import { countResponses, findQuestionResults, findSurveyDays, findTraits } from '@/lib/surveys/find-results';
import { findResultsByPart } from '@/lib/surveys/find-results-by-part';
import { findDefinitions } from '@/lib/surveys/find-versions';
import { findWeightedScore, weightings } from '@/lib/surveys/find-weighted-score';
import { getSurvey } from '@/lib/surveys/get-survey';
import { findImportedDefinition } from '@/lib/surveys/imported-definition';
import { parseSelection, type ResponseSelection, selectionHref } from '@/lib/surveys/response-selection';
import { fieldOfPart, ownParts, partOfAccountField } from '@/lib/surveys/result-parts';
import { close } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Survey' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ survey: z.uuid() }),
  query: addressSchema,
  find: ({ scope }, { params }) => getSurvey(scope, params.survey),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }, survey) {
    const home = `/w/${slug}`;
    const mayEdit = can(role, 'surveys.edit');
    const here = `${home}/surveys/${survey.id}`;
    const isOurs = survey.publicKey !== null;
    const header = (
      <SurveyHeader
        home={home}
        survey={survey}
        tab="results"
        mayEdit={mayEdit}
        actions={
          mayEdit &&
          isOurs &&
          survey.published && (
            <CloseForm
              action={close.bind(null, slug)}
              surveyId={survey.id}
              isClosed={survey.state === 'closed'}
            />
          )
        }
      />
    );
    const { choice, unreadable: unreadableDays } = parsePeriodChoice(query);
    const { selection, unreadable: unreadableTraits } = parseSelection({ trait: query.trait });
    const unreadable = [...unreadableDays, ...unreadableTraits];
    if (unreadable.length > 0) {
      return (
        <>
          {header}
          <UnreadableFilters fields={unreadable} query={query} clearHref={here} />
        </>
      );
    }
    const recorded = await findSurveyDays(scope, survey.id);
    if (!recorded) {
      return (
        <>
          {header}
          <Card>
            <EmptyState
              icon={ClipboardList}
              title="Nobody has been asked yet"
              actions={
                mayEdit && (
                  <ButtonLink variant="primary" href={`${here}/${survey.published ? 'delivery' : 'edit'}`}>
                    {survey.published ? 'Where to ask' : 'Finish its questions'}
                  </ButtonLink>
                )
              }
            >
              Scores, completion and drop-off stand here once the first answers come.
            </EmptyState>
          </Card>
        </>
      );
    }
    const period = resolvePeriod(
      { ...choice, period: choice.period ?? (choice.from ? undefined : 'all') },
      recorded,
    );
    const { plan, segment } = choice;
    const { trait } = selection;
    const weightBy = weightings.find((each) => each === [query.weight].flat()[0]) ?? null;
    const days = { from: period.from, to: period.to };
    const narrowing = {
      ...days,
      ...(plan && { plan }),
      ...(segment && { segment }),
      ...(trait && { trait }),
    };
    const showingsHref = (narrower: ResponseSelection) => {
      const { plan, segment, trait, channel, without, each } = { ...narrowing, ...narrower };
      return addressOf(`${here}/showings`, { ...days, plan, segment, trait, channel, without, each });
    };
    const { metric } = survey;
    const filter: ResponseFilter | null = metric && {
      metric,
      survey: survey.id,
      ...(metric === 'nps' ? { latest: '1' as const } : {}),
      ...narrowing,
    };
    const kind = metric === 'nps' ? 'nps' : metric === 'ces' ? 'mean' : 'topTwo';
    const [versions, choices, accountFields, traits, counts, results, report] = await Promise.all([
      findDefinitions(scope, survey.id),
      findFilterChoices(scope),
      findGroupingFields(scope),
      findTraits(scope, survey.id),
      countResponses(scope, survey.id, narrowing),
      findQuestionResults(scope, survey.id, narrowing),
      filter && findScoreReport(scope, kind, filter, { before: period.before, starts: [] }),
    ]);
    const imported = isOurs ? null : await findImportedDefinition(scope, survey.id, results);
    const definition = isOurs ? (survey.published ?? survey.draft)?.definition : imported?.definition;
    const parts = [
      ...ownParts,
      ...(definition?.fields ?? []).map((name) => `field:${name}`),
      ...accountFields.map(({ key }) => partOfAccountField(key)),
    ];
    const by = parts.find((part) => part === [query.by].flat()[0]) ?? null;
    const told =
      by === null ? null : { by, results: await findResultsByPart(scope, survey.id, narrowing, by) };
    const partScores =
      told &&
      filter &&
      (await findPartScores(
        scope,
        { kind, filter, by: told.by },
        told.results.map(({ name }) => name),
      ));
    const scores = metric &&
      partScores &&
      partScores.size > 0 && {
        metric,
        of: new Map(
          [...partScores].map(([name, part]) => [
            name,
            { score: part.score, href: responsesHref(slug, part.filter) },
          ]),
        ),
      };
    const ofPart = (part: string): ResponseSelection => {
      if (by === null) return {};
      if (part === '') return { without: by };
      const field = fieldOfPart(by);
      return field === null ? { [by]: part } : { trait: `${field}=${part}` };
    };
    const hrefHere = (asked: { weight?: string | null; by?: string | null }) =>
      addressOf(here, {
        ...{ period: choice.period, from: choice.from, to: choice.to, plan, segment, trait },
        weight: (asked.weight === undefined ? weightBy : asked.weight) ?? undefined,
        by: (asked.by === undefined ? by : asked.by) ?? undefined,
      });
    // Who did not answer is known by account alone: what narrows by answers leaves nothing to weigh by.
    const mayWeigh = isOurs && metric !== null && metric !== 'rating' && !plan && !segment && !trait;
    const weighted =
      mayWeigh && filter && weightBy
        ? {
            by: weightBy,
            score: await findWeightedScore(scope, { ...filter, metric, survey: survey.id }, weightBy),
          }
        : null;
    return (
      <>
        {header}
        <PeriodPicker
          action={here}
          period={period}
          choice={choice}
          plans={choices.plans}
          segments={choices.segments}
          carried={{ weight: weightBy ?? undefined, by: by ?? undefined }}
          {...(traits.length > 0 || trait
            ? {
                own: {
                  name: 'trait',
                  label: 'Field',
                  set: trait,
                  options: [...new Set([...(trait ? [trait] : []), ...traits])].map((value) => ({
                    value,
                    name: sayTrait(value),
                  })),
                },
              }
            : {})}
        />
        <SurveyStats
          counts={counts}
          isOurs={isOurs}
          score={
            metric && filter && report
              ? {
                  ...{ metric, report, href: responsesHref(slug, filter) },
                  beforeHref: period.before && responsesHref(slug, { ...filter, ...period.before }),
                }
              : null
          }
          hrefOf={(selection) => selectionHref(here, { ...selection, ...narrowing })}
          showingsHref={showingsHref({})}
        />
        {mayWeigh && filter && (
          <WeightedScore
            metric={metric}
            raw={report?.score ?? null}
            rawHref={responsesHref(slug, filter)}
            weighted={weighted}
            hrefBy={(weight) => hrefHere({ weight })}
            askedHref={(part) =>
              part && weightBy
                ? showingsHref({ [weightBy]: part, ...(metric === 'nps' && { each: 'person' }) })
                : null
            }
            answersHref={(part) =>
              part && weightBy ? responsesHref(slug, { ...filter, [weightBy]: part }) : null
            }
          />
        )}
        {definition && isOurs && (
          <PartResults
            choices={parts}
            told={told && { ...told, scores: scores || null }}
            definition={definition}
            hrefBy={(part) => hrefHere({ by: part })}
            shownHref={(part) => showingsHref(ofPart(part))}
            hrefOf={(part, of, left) =>
              selectionHref(here, { ...narrowing, ...ofPart(part), ...(of && { of }), ...(left && { left }) })
            }
          />
        )}
        {definition && (
          <Section title="Question by question">
            <Card flush>
              <QuestionResultTable
                definition={withOtherVersions(
                  definition,
                  isOurs ? [...versions.values()] : [],
                  noLongerAsked,
                )}
                isOurs={isOurs}
                ownScales={imported?.scales}
                results={results}
                started={counts.started}
                hrefOf={(selection) => selectionHref(here, { ...selection, ...narrowing })}
              />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

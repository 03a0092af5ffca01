import { ClipboardList } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { languageName } from '@/components/feedback/language-name';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { channelNames } from '@/components/surveys/channel-names';
import { questionWords } from '@/components/surveys/question-words';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { SurveyResponseTable } from '@/components/surveys/survey-response-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetSteps } from '@/components/ui/keyset-steps';
import { TextLink } from '@/components/ui/text-link';
import { can, holdersOf } from '@/lib/auth/permissions';
import { formatCount } from '@/lib/core/format';
import { mayTakePeople } from '@/lib/exports/export-survey-responses';
import { definePage } from '@/lib/http/define-page';
import { addressSchema, sayTrait } from '@/lib/responses/address';
import { parseCursor } from '@/lib/responses/keyset-page';
import { noLongerAsked, withOtherVersions } from '@/lib/surveys/comparable-versions';
import { countSurveyResponses, findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { findDefinitions } from '@/lib/surveys/find-versions';
import { getSurvey } from '@/lib/surveys/get-survey';
import { findImportedDefinition } from '@/lib/surveys/imported-definition';
import {
  exportHref,
  parseSelection,
  type ResponseSelection,
  selectionHref,
  selectionNames,
} from '@/lib/surveys/response-selection';
import type { Definition } from '@/lib/widget/definition';
import { wordsOf } from '@/lib/widget/flow';
import { accept } from '../../actions';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Responses' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ survey: z.uuid() }),
  query: addressSchema,
  find: ({ scope }, { params }) => getSurvey(scope, params.survey),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }, survey) {
    const home = `/w/${slug}`;
    const here = `${home}/surveys/${survey.id}`;
    const mayEdit = can(role, 'surveys.edit');
    const header = <SurveyHeader home={home} survey={survey} tab="responses" mayEdit={mayEdit} />;
    const { selection, unreadable } = parseSelection(query);
    if (unreadable.length > 0) {
      return (
        <>
          {header}
          <UnreadableFilters fields={unreadable} query={query} clearHref={`${here}/responses`} />
        </>
      );
    }
    const isNarrowed = Object.keys(selection).length > 0;
    const [imported, versions, count, suspects, page] = await Promise.all([
      survey.publicKey === null ? findImportedDefinition(scope, survey.id) : null,
      findDefinitions(scope, survey.id),
      countSurveyResponses(scope, survey.id, selection),
      isNarrowed ? 0 : countSurveyResponses(scope, survey.id, { of: 'suspect' }),
      findSurveyResponses(scope, survey.id, selection, parseCursor([query.at].flat()[0])),
    ]);
    const latest = imported?.definition ?? (survey.published ?? survey.draft)?.definition ?? null;
    const every = [...versions.values()];
    const definition = latest && withOtherVersions(latest, every, noLongerAsked);
    /** In the words that were asked; what came from another version in that one's. */
    const definitionOf = (version: number | null) => {
      const own = (version === null ? undefined : versions.get(version)) ?? latest;
      return own && withOtherVersions(own, every, (text) => text);
    };
    return (
      <>
        {header}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-mute">
            {formatCount(count, 'response')}
            {describeSelection(selection, definition, count)}
            {suspects > 0 && (
              <>
                {' Kept apart: '}
                <TextLink href={selectionHref(here, { of: 'suspect' })}>
                  {formatCount(suspects, 'suspect response')}
                </TextLink>
                .
              </>
            )}
          </p>
          <div className="flex flex-wrap gap-2">
            {isNarrowed && (
              <ButtonLink size="small" href={`${here}/responses`}>
                Show all
              </ButtonLink>
            )}
            {count > 0 && can(role, 'exports.create') && (
              <ButtonLink size="small" href={exportHref(here, selection)} prefetch={false} download>
                Download as CSV
              </ButtonLink>
            )}
          </div>
        </div>
        {count > 0 && can(role, 'exports.create') && !mayTakePeople(role) && (
          <p className="text-sm text-ink-mute">
            In the file people have their number, not their name or address. With these it is for:{' '}
            {holdersOf('people.erase')}.
          </p>
        )}
        <Card flush>
          {page.rows.length > 0 ? (
            <SurveyResponseTable
              workspaceSlug={slug}
              versionsHref={survey.publicKey === null ? null : `${here}/versions`}
              rows={page.rows}
              definitionOf={definitionOf}
              accept={mayEdit ? accept.bind(null, slug) : null}
            />
          ) : (
            <EmptyState icon={ClipboardList} title="No response here">
              {isNarrowed
                ? 'None fits what was asked for.'
                : 'They stand here as soon as the first answer is given.'}
            </EmptyState>
          )}
        </Card>
        <KeysetSteps page={page} total={count} listHref={selectionHref(here, selection)} />
      </>
    );
  },
});

/** What the list was narrowed to, after the number of responses. */
function describeSelection(
  {
    of,
    answered,
    left,
    choice,
    place,
    score,
    from,
    to,
    plan,
    segment,
    trait,
    channel,
    language,
    without,
    version,
  }: ResponseSelection,
  definition: Definition | null,
  count: number,
): string {
  const question = definition?.questions.find(({ key }) => key === (answered ?? left));
  const name = questionWords(question?.text ?? answered ?? left ?? '');
  const parts = [
    of && selectionNames[of].toLowerCase(),
    answered && `answered “${name}”`,
    choice && `chose “${wordsOf(question, choice)}”${place ? ` for place ${place}` : ''}`,
    score !== undefined && `with ${score}`,
    version && `to version ${version}`,
    left && `left after “${name}”`,
    from && `from ${from}`,
    to && `to ${to}`,
    plan && `plan ${plan}`,
    segment && `segment ${segment}`,
    trait && `with ${sayTrait(trait)}`,
    channel && (channelNames[channel] ?? channel).toLowerCase(),
    language && `in ${languageName(language)}`,
    without && `${without.replace(/^field:@?/, '')} not known`,
  ].filter(Boolean);
  return parts.length > 0
    ? `: ${parts.join(', ')}.`
    : ` that ${count === 1 ? 'counts' : 'count'}, newest first.`;
}

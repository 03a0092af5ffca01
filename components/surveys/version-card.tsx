import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { ExternalLink, TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate } from '@/lib/core/format';
import type { PublishedVersion } from '@/lib/surveys/find-versions';
import { selectionHref } from '@/lib/surveys/response-selection';

type Props = { version: PublishedVersion; surveyHref: string; isAsked: boolean };

/** A published version: when, what it asked, and what people were told of their data and agreed to. */
export function VersionCard({ version, surveyHref, isAsked }: Props) {
  const { number, publishedAt, definition, responses, consents } = version;
  const { text, url } = definition.privacy;
  const asked = definition.questions.filter(({ kind }) => kind === 'consent');
  return (
    <section id={`version-${number}`} aria-label={`Version ${number}`} className="scroll-mt-4">
      <Card className="space-y-4">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="text-lg font-semibold">Version {number}</h2>
          {isAsked && <Badge tone="positive">Asked now</Badge>}
          <p className="text-ink-mute">
            Published {formatDate(publishedAt)}.{' '}
            {responses > 0 ? (
              <TextLink href={selectionHref(surveyHref, { version: number })}>
                {formatCount(responses, 'response')}
              </TextLink>
            ) : (
              'No response'
            )}
          </p>
        </div>
        <div>
          <h3 className="font-medium">Privacy</h3>
          <p className="max-w-prose whitespace-pre-line break-words" lang={definition.language} dir="auto">
            {text || <span className="text-ink-mute">People were told nothing here.</span>}
          </p>
          {url && (
            <p className="break-words">
              <ExternalLink href={url}>{url}</ExternalLink>
            </p>
          )}
        </div>
        {asked.map(({ key, text: question, highLabel }) => (
          <div key={key}>
            <h3 className="font-medium">Consent</h3>
            <p className="max-w-prose" lang={definition.language} dir="auto">
              {question} {highLabel && `“${highLabel}”`}
            </p>
            <p className="text-ink-mute">
              Given by{' '}
              {consents.has(key) ? (
                <TextLink href={selectionHref(surveyHref, { version: number, answered: key, choice: 'yes' })}>
                  {formatCount(consents.get(key) ?? 0, 'response')}
                </TextLink>
              ) : (
                'nobody'
              )}{' '}
              of {responses}.
            </p>
          </div>
        ))}
        <div>
          <h3 className="font-medium">Questions</h3>
          <ol className="list-decimal space-y-1 pl-5">
            {definition.questions.map(({ key, text: question }) => (
              <li key={key} className="break-words" lang={definition.language} dir="auto">
                {question}
              </li>
            ))}
          </ol>
        </div>
      </Card>
    </section>
  );
}

import { languageName } from '@/components/feedback/language-name';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { ExternalLink, TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate } from '@/lib/core/format';
import type { PublishedVersion } from '@/lib/surveys/find-versions';
import { localise } from '@/lib/surveys/localise';
import { selectionHref } from '@/lib/surveys/response-selection';
import type { Definition } from '@/lib/widget/definition';

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
          {text ? (
            <Told definition={definition} say={({ privacy }) => privacy.text} />
          ) : (
            <p className="text-ink-mute">People were told nothing here.</p>
          )}
          {url && (
            <p className="break-words">
              <ExternalLink href={url}>{url}</ExternalLink>
            </p>
          )}
        </div>
        {asked.map(({ key }) => (
          <div key={key}>
            <h3 className="font-medium">Consent</h3>
            <Told definition={definition} say={(shown) => consentWords(shown, key)} />
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

/** What people of each language were told; where one has no words of its own for it, they were told the first. */
function Told({ definition, say }: { definition: Definition; say: (shown: Definition) => string }) {
  const own = say(definition);
  const others = Object.keys(definition.translations).flatMap((code) => {
    const words = say(localise(definition, code));
    return words === own ? [] : [{ code, words }];
  });
  return [{ code: definition.language, words: own }, ...others].map(({ code, words }) => (
    <p key={code} className="max-w-prose whitespace-pre-line break-words">
      {others.length > 0 && <span className="text-ink-mute">{languageName(code)}: </span>}
      <bdi lang={code}>{words}</bdi>
    </p>
  ));
}

function consentWords({ questions }: Definition, key: string): string {
  const { text = '', highLabel = '' } = questions.find((question) => question.key === key) ?? {};
  return `${text} ${highLabel && `“${highLabel}”`}`.trim();
}

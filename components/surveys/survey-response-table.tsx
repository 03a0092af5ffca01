import { ExcerptLink } from '@/components/feedback/excerpt-link';
import { languageName } from '@/components/feedback/language-name';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatDate } from '@/lib/core/format';
import type { SurveyResponseRow } from '@/lib/surveys/find-survey-responses';
import type { AnswerValue, Definition } from '@/lib/widget/definition';
import { pipeQuestion, wordsOf } from '@/lib/widget/flow';
import { AcceptForm } from './accept-form';

const SUSPECT_WORDS: Record<string, string> = {
  trap: 'filled a field that people do not see',
  too_fast: 'came faster than anybody reads',
  no_proof: 'came from a browser that did not do the work asked of it, as one without scripts',
};

type Props = {
  workspaceSlug: string;
  /** The screen of what each version asked; null where it was asked elsewhere. */
  versionsHref: string | null;
  rows: SurveyResponseRow[];
  /** What a version asked; null where nobody knows. */
  definitionOf: (version: number | null) => Definition | null;
  /** Accepts a suspect response; null where one may not. */
  accept: FormAction | null;
};

/** Responses one by one: what was answered, by whom, and whether it counts. */
export function SurveyResponseTable({ workspaceSlug, versionsHref, rows, definitionOf, accept }: Props) {
  const columns: Column<SurveyResponseRow>[] = [
    {
      key: 'date',
      header: 'Latest answer',
      cell: ({ submittedAt, versionNumber, language }) => (
        <>
          <span className="block whitespace-nowrap">{formatDate(submittedAt)}</span>
          {versionsHref && versionNumber && (
            <TextLink className="text-sm" href={`${versionsHref}#version-${versionNumber}`}>
              Version {versionNumber}
            </TextLink>
          )}
          {language && <span className="block text-sm text-ink-mute">{languageName(language)}</span>}
        </>
      ),
    },
    {
      key: 'state',
      header: 'State',
      cell: (row) => <ResponseState row={row} accept={accept} />,
    },
    {
      key: 'who',
      header: 'Who',
      cell: ({ contactName, accountId, accountName }) => (
        <>
          <span className="block">{contactName ?? 'Not known'}</span>
          {accountId && accountName && (
            <TextLink href={`/w/${workspaceSlug}/accounts/${accountId}`}>{accountName}</TextLink>
          )}
        </>
      ),
    },
    {
      key: 'answers',
      header: 'Answers',
      className: 'sm:min-w-72',
      cell: (row) => (
        <AnswerList row={row} definition={definitionOf(row.versionNumber)} workspaceSlug={workspaceSlug} />
      ),
    },
  ];
  return (
    <Table
      caption="Responses, newest first"
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onPhone="cards"
    />
  );
}

function ResponseState({ row, accept }: { row: SurveyResponseRow; accept: FormAction | null }) {
  if (row.suspectReason === null) {
    return row.completedAt || row.channel === null ? (
      <Badge tone="positive">Completed</Badge>
    ) : (
      <Badge>Not completed</Badge>
    );
  }
  return (
    <div className="space-y-2">
      <Badge tone="warning">Suspect</Badge>
      <p className="max-w-56 text-sm text-ink-mute">
        It {SUSPECT_WORDS[row.suspectReason] ?? 'may not come from a person'}. No score or theme counts it.
      </p>
      {accept && <AcceptForm action={accept} responseId={row.id} />}
    </div>
  );
}

function AnswerList({
  row,
  definition,
  workspaceSlug,
}: Pick<Props, 'workspaceSlug'> & { row: SurveyResponseRow; definition: Definition | null }) {
  const answers = Object.entries(row.answers);
  const setAside = Object.entries(row.setAside);
  const fields = Object.entries(row.fields);
  if (answers.length + setAside.length + fields.length + row.scores.length + row.texts.length === 0) {
    return <span className="text-ink-mute">None</span>;
  }
  // As this person read it, as far as the response tells.
  const asked = definition && {
    ...definition,
    questions: definition.questions.map((question) =>
      pipeQuestion(question, definition, row.answers, row.fields),
    ),
  };
  return (
    <div className="max-w-prose space-y-1">
      {row.scores.map(({ metric, score }) => (
        <p key={metric}>
          <span className="text-ink-mute">{metric.toUpperCase()}:</span> {score}
        </p>
      ))}
      {answers.map(([key, answer]) => (
        <GivenAnswer key={key} definition={asked} questionKey={key} answer={answer} />
      ))}
      {row.texts.map(({ feedbackId, question, excerpt, language }) => (
        <div key={feedbackId}>
          <AskedWords definition={asked} questionKey={question} />
          <ExcerptLink workspaceSlug={workspaceSlug} feedbackId={feedbackId} language={language}>
            {excerpt}
          </ExcerptLink>
        </div>
      ))}
      {setAside.length > 0 && (
        <div className="text-sm text-ink-mute">
          <p>Not counted: the other answers skip these questions.</p>
          {setAside.map(([key, answer]) => (
            <GivenAnswer key={key} definition={asked} questionKey={key} answer={answer} />
          ))}
        </div>
      )}
      {fields.map(([name, value]) => (
        <p key={name} className="break-words text-sm text-ink-mute">
          {name}: <span dir="auto">{value}</span>
        </p>
      ))}
    </div>
  );
}

function GivenAnswer({
  definition,
  questionKey,
  answer,
}: {
  definition: Definition | null;
  questionKey: string;
  answer: AnswerValue;
}) {
  const question = definition?.questions.find(({ key }) => key === questionKey);
  return (
    <p className="break-words">
      <span className="text-ink-mute">{question?.text ?? `${questionKey}:`}</span>{' '}
      <span dir="auto">{wordsOf(question, answer)}</span>
    </p>
  );
}

/** The question that a text answers; nothing where an import does not say it. */
function AskedWords({
  definition,
  questionKey,
}: {
  definition: Definition | null;
  questionKey: string | null;
}) {
  const question = definition?.questions.find(({ key }) => key === questionKey);
  return question && <p className="break-words text-ink-mute">{question.text}</p>;
}

import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { intentLabels, kindNames } from '@/lib/annotations/correction-schema';
import type { AnnotationTrace } from '@/lib/annotations/find-traces';
import { formatDateTime, formatNumber, formatPercent } from '@/lib/core/format';
import { UNLABELLED_LANGUAGES } from '@/lib/nlp/kinds/unlabelled-languages';
import { languageName } from './language-name';

const MAKERS = { engine: 'Engine', llm: 'Language model', human: 'Person' };

/** Who found what, when and where in the text: every annotation there ever was, those that hold and those that do not. */
export function ProvenanceTable({ traces, text }: { traces: AnnotationTrace[]; text: string }) {
  const columns: Column<AnnotationTrace>[] = [
    { key: 'what', header: 'What', cell: (trace) => capital(trace.what) },
    {
      key: 'label',
      header: 'Found',
      cell: (trace) => (
        <span className={trace.holds ? undefined : 'text-ink-mute line-through'}>{labelOf(trace)}</span>
      ),
    },
    {
      key: 'where',
      header: 'Where',
      className: 'min-w-48 max-w-72',
      cell: (trace) =>
        trace.start === null || trace.end === null ? (
          'The whole text'
        ) : (
          <span className="block">
            <span dir="auto" className="block truncate font-voice">
              {text.slice(trace.start, trace.end)}
            </span>
            <span className="text-sm text-ink-mute">
              {formatNumber(trace.start)} to {formatNumber(trace.end)}
            </span>
          </span>
        ),
    },
    {
      key: 'score',
      header: 'Score',
      align: 'right',
      cell: (trace) => (trace.score === null ? '–' : formatNumber(trace.score, 2)),
    },
    {
      key: 'confidence',
      header: 'Confidence',
      align: 'right',
      cell: (trace) => (trace.confidence === null ? '–' : formatPercent(trace.confidence)),
    },
    {
      key: 'maker',
      header: 'By',
      cell: (trace) => (
        <span className="whitespace-nowrap">
          <Badge tone={trace.maker === 'human' ? 'accent' : 'neutral'}>{MAKERS[trace.maker]}</Badge>{' '}
          {trace.makerName ?? 'unknown'}
        </span>
      ),
    },
    {
      key: 'at',
      header: 'When',
      cell: (trace) => <span className="whitespace-nowrap">{formatDateTime(trace.madeAt)}</span>,
    },
  ];
  return (
    <Table
      caption={`Scores run from −1 to 1; people give a label and no score. What is struck through no longer applies.${carriedOver(traces)}`}
      columns={columns}
      rows={traces}
      rowKey={(trace) => `${trace.what}:${trace.id}`}
      empty={<p className="px-5 py-4 text-ink-mute">Nothing yet: the engine has not read this text.</p>}
    />
  );
}

/** Says where the confidence of kinds and intents was not measured in the language of the text. */
function carriedOver(traces: readonly AnnotationTrace[]): string {
  const language = traces.find(({ what, holds }) => what === 'language' && holds)?.label ?? '';
  if (!UNLABELLED_LANGUAGES.includes(language)) return '';
  return ` No kinds or intents of statements in ${languageName(language)} have been labelled: their confidence is carried over from English and French.`;
}

function labelOf({ what, label }: AnnotationTrace): string {
  if (what === 'language') return languageName(label);
  if (what === 'kind') return kindNames[label as keyof typeof kindNames] ?? label;
  if (what === 'intent') return intentLabels[label as keyof typeof intentLabels] ?? label;
  return what === 'sentiment' ? capital(label) : label;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

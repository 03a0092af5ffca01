import { useId } from 'react';
import { cx } from './cx';
import { layerSpans, type TextSpan } from './span-layers';
import type { Tone } from './tone';

export type HighlightSpan = TextSpan & { label: string; tone: Tone };

type Props = {
  text: string;
  /** Offsets in UTF-16 code units into `text`; they may overlap. */
  spans: HighlightSpan[];
  lang?: string;
};

// The tone shows by the line under the words too: solid, dotted, double, dashed.
const MARK_STYLE: Record<Tone, string> = {
  negative: 'bg-negative-soft decoration-fill-negative decoration-solid',
  neutral: 'bg-neutral-soft decoration-fill-neutral decoration-dotted',
  positive: 'bg-positive-soft decoration-fill-positive decoration-double',
  warning: 'bg-warning-soft decoration-warning decoration-dashed',
  accent: 'bg-accent-soft decoration-accent decoration-solid',
};
const TONE_WORD: Record<Tone, string | null> = {
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  warning: null,
  accent: null,
};

/** A text with marks that say what was found where. Each mark ends in a number, as a footnote does, and a legend follows. */
export function HighlightedText({ text, spans, lang }: Props) {
  const id = useId();
  const notes = distinctNotes(spans);
  const noteOf = (position: number) => notes.findIndex((note) => sameNote(note, spans[position])) + 1;
  return (
    <div className="space-y-3">
      <p
        lang={lang}
        dir="auto"
        className="max-w-prose whitespace-pre-wrap break-words font-voice text-lg leading-loose"
      >
        {layerSpans(text, spans).map((piece) => {
          const top = spans[piece.covering.at(-1) ?? -1];
          if (!top) return piece.text;
          const numbers = [...new Set(piece.ending.map(noteOf))];
          return (
            <mark
              key={piece.start}
              className={cx(
                'box-decoration-clone rounded-sm py-0.5 text-ink underline decoration-2 underline-offset-4',
                MARK_STYLE[top.tone],
                piece.covering.length > 1 && 'ring-1 ring-line-strong/60',
              )}
            >
              {piece.text}
              {numbers.map((number) => (
                <NoteNumber key={number} number={number} href={`#${id}${number}`} />
              ))}
            </mark>
          );
        })}
      </p>
      {notes.length > 0 && (
        <ol aria-label="Marked in the text" className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
          {notes.map((note, index) => (
            <li
              key={`${note.label}:${note.tone}`}
              id={`${id}${index + 1}`}
              className="flex items-baseline gap-1.5"
            >
              <span className="text-xs font-semibold text-ink-mute">{index + 1}</span>
              <span
                className={cx(
                  'rounded-sm px-1 underline decoration-2 underline-offset-4',
                  MARK_STYLE[note.tone],
                )}
              >
                {note.label}
              </span>
              {TONE_WORD[note.tone] && <span className="text-ink-mute">{TONE_WORD[note.tone]}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function NoteNumber({ number, href }: { number: number; href: string }) {
  return (
    <sup className="mx-0.5 font-sans text-[0.65rem] font-semibold leading-none">
      <a
        href={href}
        aria-label={`Note ${number}`}
        className="rounded-sm p-0.5 text-ink-soft hover:text-accent"
      >
        {number}
      </a>
    </sup>
  );
}

function sameNote(one: HighlightSpan, other: HighlightSpan | undefined): boolean {
  return one.label === other?.label && one.tone === other.tone;
}

function distinctNotes(spans: HighlightSpan[]): HighlightSpan[] {
  return spans.filter((span, index) => spans.findIndex((other) => sameNote(span, other)) === index);
}

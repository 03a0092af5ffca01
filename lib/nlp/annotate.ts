import { isLeaveTaking, looksLikeSignature } from './courtesy';
import { foldText } from './fold';
import { classifyKind, type StatementKind } from './kind';
import { detectLanguage } from './language';
import type { TextSpan } from './offsets';
import { type Redaction, redactPersonalData } from './redact';
import { splitSegments } from './segments';
import { type Sentiment, scoreDocumentSentiment, scoreSentiment } from './sentiment';

export interface AnnotationInput {
  text: string;
  /** ISO 639-1, where the source says it (a survey's language): wins over a doubtful detection. */
  languageHint?: string | null;
  /** The text is stored, so its personal data is out of it: it is read as it stands. */
  isStored?: boolean;
}

/** One statement: a span of the redacted text with its own sentiment. */
export interface AnnotatedSegment extends TextSpan, Sentiment {
  kind: StatementKind;
}

export interface TextAnnotation {
  /** ISO 639-1, or null where the text is too short to tell. */
  language: string | null;
  languageConfidence: number;
  redactedText: string;
  redactions: Redaction[];
  /** Of the whole text. */
  sentiment: Sentiment;
  kind: StatementKind;
  /** In text order; offsets are UTF-16 code units into `redactedText`. */
  segments: AnnotatedSegment[];
}

/** What turns a text into an annotation. `name` and `version` are kept with every annotation as its maker. */
export interface AnnotationEngine {
  readonly name: string;
  readonly version: string;
  annotate(input: AnnotationInput): TextAnnotation;
}

/** A detection less sure than this gives way to the source's own word. */
const SURE_DETECTION = 0.9;

/** The engine that needs no model: rules and lexicons. The version changes with every change of its output. */
export const lexiconEngine: AnnotationEngine = {
  name: 'lexicon',
  version: 'lexicon-2',
  annotate: annotateText,
};

/** Redacts unless that was done, detects the language, splits into statements and scores them. Pure: the same text gives the same result. */
export function annotateText({
  text,
  languageHint = null,
  isStored = false,
}: AnnotationInput): TextAnnotation {
  const { text: redactedText, redactions } = isStored ? { text, redactions: [] } : redactPersonalData(text);
  const detected = detectLanguage(redactedText);
  const hintWins = languageHint !== null && detected.confidence < SURE_DETECTION;
  const language = hintWins ? languageHint : detected.language;

  let hasTakenLeave = false;
  const segments = splitSegments(redactedText, language).map((span) => {
    const statement = redactedText.slice(span.start, span.end);
    const sentiment = scoreSentiment(statement, language);
    const isSigned = hasTakenLeave && looksLikeSignature(statement);
    hasTakenLeave = isSigned || isLeaveTaking(foldText(statement));
    return { ...span, ...sentiment, kind: isSigned ? 'no_content' : classifyKind(statement, sentiment) };
  });
  const [only] = segments;
  const isOneStatement = only !== undefined && segments.length === 1;
  const sentiment = isOneStatement
    ? { label: only.label, score: only.score, confidence: only.confidence }
    : scoreDocumentSentiment(
        redactedText,
        segments.map((segment) => segment.score),
        language,
      );
  return {
    language,
    languageConfidence: hintWins ? 1 : detected.confidence,
    redactedText,
    redactions,
    sentiment,
    kind: isOneStatement ? only.kind : classifyKind(redactedText, sentiment),
    segments,
  };
}

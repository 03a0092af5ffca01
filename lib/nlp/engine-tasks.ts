import type { LanguageAdaptation } from './adaptation/adapt-sentiment';
import type { AdaptationText } from './adaptation/examples';
import type { SentimentAdapter } from './adaptation/sentiment-adapter';
import type { AnnotationInput, TextAnnotation } from './annotate';
import type { SentenceVector } from './encoder/sentence-vector';
import type { Lane } from './engine';
import type { Sentiment, Statement } from './sentiment';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

/** What a process of the engine does: what it is given, and what it gives. */
export interface EngineTasks {
  annotate: {
    given: { inputs: readonly AnnotationInput[]; adapter: SentimentAdapter | null };
    gives: TextAnnotation[];
  };
  judge: {
    given: { statements: readonly Statement[]; adapter: SentimentAdapter | null };
    gives: Sentiment[];
  };
  encode: { given: { statements: readonly Statement[] }; gives: (SentenceVector | null)[] };
  adapt: { given: { texts: readonly AdaptationText[] }; gives: LanguageAdaptation[] };
  discoverThemes: { given: { segments: readonly ThemeSegment[] }; gives: ThemeModel };
}

export type EngineTask = keyof EngineTasks;

/** How a process of the engine is started, as JSON in its first argument. */
export interface EngineStart {
  lane: Lane;
  encoderFile: string;
}

export interface EngineRequest<Task extends EngineTask = EngineTask> {
  id: number;
  task: Task;
  given: EngineTasks[Task]['given'];
}

export type EngineAnswer =
  | { id: number; result: EngineTasks[EngineTask]['gives'] }
  /** While it learns: the share done, 0..1. */
  | { id: number; progress: number }
  | { id: number; error: string }
  /** Once, at the start: why the lane asked for cannot be had, or null. */
  | { problem: string | null };

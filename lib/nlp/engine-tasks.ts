import type { LanguageAdaptation } from './adaptation/adapt-sentiment';
import type { AdaptationText } from './adaptation/examples';
import type { SentimentAdapter } from './adaptation/sentiment-adapter';
import type { AnnotationInput, TextAnnotation } from './annotate';
import type { SentenceVector } from './encoder/sentence-vector';
import type { Lane } from './engine';
import type { Sentiment, Statement } from './sentiment';
import type { FindingProgress } from './themes/discovery-progress';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

/** What a process of the engine does: what it is given, what it gives, and what it tells of how far it is. */
export interface EngineTasks {
  annotate: {
    given: { inputs: readonly AnnotationInput[]; adapter: SentimentAdapter | null };
    gives: TextAnnotation[];
    tells: never;
  };
  judge: {
    given: { statements: readonly Statement[]; adapter: SentimentAdapter | null };
    gives: Sentiment[];
    tells: never;
  };
  encode: { given: { statements: readonly Statement[] }; gives: (SentenceVector | null)[]; tells: never };
  /** Tells the share done, 0..1. */
  adapt: { given: { texts: readonly AdaptationText[] }; gives: LanguageAdaptation[]; tells: number };
  discoverThemes: {
    given: { segments: readonly ThemeSegment[] };
    gives: ThemeModel;
    tells: FindingProgress;
  };
}

export type EngineTask = keyof EngineTasks;

/** Hears how far a task is. */
export type OnProgress<Task extends EngineTask> = (progress: EngineTasks[Task]['tells']) => void;

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
  /** While it works. */
  | { id: number; progress: EngineTasks[EngineTask]['tells'] }
  | { id: number; error: string }
  /** Once, at the start: why the lane asked for cannot be had, or null. */
  | { problem: string | null };

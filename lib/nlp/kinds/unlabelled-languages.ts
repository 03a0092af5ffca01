/**
 * Languages that are read by words alone, for nobody labelled kinds or intents of their statements: how sure they are is carried over
 * from English and French, and said so on screen. ISO 639-1.
 */
export const UNLABELLED_LANGUAGES: readonly string[] = ['de', 'es', 'it', 'pt'];

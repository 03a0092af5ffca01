import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import { findFieldKind, isQuestionnaire } from '@/lib/ingest/csv/fields';
import {
  type GuessedColumn,
  listMissing,
  type MappingGuess,
  type MappingQuestion,
  reasonOfScale,
  settleOptions,
} from '@/lib/ingest/csv/mapping';
import { ownScaleOf } from '@/lib/ingest/csv/scales';
import { guessQuestion, type SurveyExport } from '@/lib/ingest/files/survey-exports';

/** Extra fields kept beside the answers. */
const MOST_CUSTOM = 50;

/**
 * The mapping of a survey tool's export: its own columns by what the tool calls them, every other one a question that is
 * answered by a score, a choice or words of its own.
 */
export function guessSurveyMapping(
  profiles: readonly ColumnProfile[],
  { tool, uses }: SurveyExport,
): MappingGuess {
  const questions: MappingQuestion[] = [];
  const columns: GuessedColumn[] = [];
  let customs = 0;
  for (const profile of profiles) {
    const column = profile.name;
    const use = uses.get(column);
    if (use === 'skip' || profile.looksLike === 'empty') continue;
    const fitting = fitField(use ?? guessQuestion(profile), profile);
    // A question whose own scale is that of no metric keeps its scores on it.
    const scale = use === undefined || use === 'answerChoice' ? ownScaleOf(profile) : null;
    const field = scale && (fitting === null || fitting === 'answerChoice') ? 'scaleScore' : fitting;
    if (field === null || field === 'custom') {
      if (customs++ < MOST_CUSTOM) {
        columns.push({
          field: 'custom',
          column,
          options: {},
          confidence: 1,
          reason: 'it fills no other field',
        });
      }
      continue;
    }
    const kind = findFieldKind('feedback', field);
    const options = {
      ...(kind ? settleOptions(profile, kind, questions) : {}),
      ...(field === 'answerChoice' && profile.listSign ? { listSign: profile.listSign } : {}),
      ...(field === 'scaleScore' && scale ? { scale } : {}),
    };
    const reason =
      use && field === fitting
        ? tool === null
          ? 'the file looks like a survey'
          : `${tool} calls it so`
        : reasonOf(profile, options);
    columns.push({ field, column, options, confidence: use ? 1 : 0.7, reason });
  }
  const settled = asPlainFeedback(columns);
  questions.push(...listMissing('feedback', settled));
  return { target: 'feedback', columns: settled, questions };
}

function reasonOf({ looksLike }: ColumnProfile, { listSign, scale }: GuessedColumn['options']): string {
  if (scale) return reasonOfScale(scale);
  if (!listSign) return `it is a question of the survey${looksLike === 'text' ? ', answered in words' : ''}`;
  return `it is a question of the survey that takes several choices, parted by ${listSign === ',' ? 'commas' : 'semicolons'}`;
}

/** A field that the values of its column can fill. */
function fitField(
  field: GuessedColumn['field'] | null,
  { looksLike, name }: ColumnProfile,
): GuessedColumn['field'] | null {
  if (field === 'contactEmail' && looksLike !== 'email') return 'custom';
  if (field === 'occurredAt' && looksLike !== 'date') return 'custom';
  if (field === 'url' && looksLike !== 'url') return 'custom';
  // Delighted asks NPS from 0 to 10 and CSAT from 1 to 5 in one column.
  if (field === null && name.toLowerCase() === 'score') {
    if (looksLike === 'score010') return 'npsScore';
    if (looksLike === 'score15') return 'csatScore';
  }
  return field;
}

/** One open question and at most one score of each kind are a comment with its score: no questionnaire is needed for it. */
function asPlainFeedback(columns: GuessedColumn[]): GuessedColumn[] {
  const texts = columns.filter(({ field }) => field === 'answerText');
  const plain = columns.map((each) =>
    each.field === 'answerText' ? { ...each, field: 'text' as const } : each,
  );
  return texts.length === 1 && !isQuestionnaire(plain) ? plain : columns;
}

import { can, requirePermission } from '@/lib/auth/permissions';
import { CSV_MARK, formatCsvRow } from '@/lib/core/csv';
import type { Scope } from '@/lib/db/scope';
import { recordExport } from '@/lib/exports/record-export';
import { noLongerAsked, withOtherVersions } from '@/lib/surveys/comparable-versions';
import { findResponseIds, findWholeResponses } from '@/lib/surveys/find-survey-responses';
import { findDefinitions } from '@/lib/surveys/find-versions';
import { getSurvey } from '@/lib/surveys/get-survey';
import { findImportedDefinition } from '@/lib/surveys/imported-definition';
import { headerOf, type RecordView, recordOf } from '@/lib/surveys/response-record';
import type { ResponseSelection } from '@/lib/surveys/response-selection';

/** Read and written at once. */
const BATCH = 500;

/** Whether a role is handed who the people behind responses are; all others get their responses without. */
export function mayTakePeople(role: string): boolean {
  return can(role, 'people.erase');
}

/**
 * The responses of a survey as CSV, as its screen selects them, newest first, one row each; written as they are read, and noted
 * who took them. Which responses they are is settled at the beginning: what arrives or changes meanwhile moves none.
 * @throws ExpectedError 'denied', or 'not_found' for an unknown survey.
 */
export async function exportSurveyResponses(
  scope: Scope,
  surveyId: string,
  selection: ResponseSelection,
): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  requirePermission(scope, 'exports.create');
  const survey = await getSurvey(scope, surveyId);
  const versions = await findDefinitions(scope, surveyId);
  const every = [...versions.values()];
  const imported = survey.publicKey === null ? await findImportedDefinition(scope, surveyId) : null;
  const latest = imported?.definition ?? (survey.published ?? survey.draft)?.definition ?? null;
  const view: RecordView = {
    definition: latest && withOtherVersions(latest, every, noLongerAsked),
    definitionOf: (version) => (version === null ? null : (versions.get(version) ?? null)),
    fields: [...new Set([latest, ...every].flatMap((definition) => definition?.fields ?? []))],
    hasPeople: scope.actor.kind === 'member' && mayTakePeople(scope.actor.role),
  };
  const ids = await findResponseIds(scope, surveyId, selection);
  await recordExport(scope, {
    kind: 'survey responses',
    format: 'csv',
    filters: { surveyId, ...selection },
    rows: ids.length,
  });
  const encoder = new TextEncoder();
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(CSV_MARK + formatCsvRow(headerOf(view)))),
    async pull(stream) {
      const batch = ids.slice(next, next + BATCH);
      if (batch.length === 0) return stream.close();
      next += batch.length;
      const rows = await findWholeResponses(scope, batch);
      stream.enqueue(encoder.encode(rows.map((row) => formatCsvRow(recordOf(row, view))).join('')));
    },
  });
  return { name: `survey-responses-${new Date().toISOString().slice(0, 10)}.csv`, body };
}

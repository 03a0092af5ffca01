import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import type { FeedbackField } from '@/lib/ingest/csv/fields';
import { fitsScale, readScaledScore } from '@/lib/ingest/csv/scales';

/** What a column of a survey tool's export is: a field of ours, one of its own to leave out, or one to keep as it is. */
type Use = FeedbackField | 'skip' | 'custom';

/** How the export of a survey tool is recognised, and what its own columns are; the rest are questions. */
interface Shape {
  tool: string;
  /** Names that are all there, simplified: small letters and digits. */
  requires: string[];
  /** Of these at least one, where an export varies. */
  anyOf?: string[];
  uses: Record<string, Use>;
  /** Its own columns that begin so. */
  ownPrefixes?: Record<string, Use>;
}

const SHAPES: readonly Shape[] = [
  {
    tool: 'Qualtrics',
    requires: ['startdate', 'enddate', 'responseid', 'finished'],
    anyOf: ['recordeddate', 'distributionchannel', 'userlanguage'],
    uses: {
      responseid: 'externalId',
      recordeddate: 'occurredAt',
      recipientemail: 'contactEmail',
      externalreference: 'contactExternalId',
      externaldatareference: 'contactExternalId',
      userlanguage: 'language',
      recipientfirstname: 'custom',
      recipientlastname: 'custom',
      distributionchannel: 'custom',
      startdate: 'skip',
      enddate: 'skip',
      status: 'skip',
      responsetype: 'skip',
      ipaddress: 'skip',
      progress: 'skip',
      durationinseconds: 'skip',
      finished: 'skip',
      locationlatitude: 'skip',
      locationlongitude: 'skip',
    },
  },
  {
    tool: 'SurveyMonkey',
    requires: ['respondentid', 'collectorid'],
    uses: {
      respondentid: 'externalId',
      enddate: 'occurredAt',
      datemodified: 'occurredAt',
      emailaddress: 'contactEmail',
      collectorid: 'skip',
      startdate: 'skip',
      datecreated: 'skip',
      ipaddress: 'skip',
      firstname: 'custom',
      lastname: 'custom',
    },
    ownPrefixes: { customdata: 'custom' },
  },
  {
    tool: 'Typeform',
    requires: [],
    anyOf: ['submitdateutc', 'landedat'],
    uses: {
      '#': 'externalId',
      token: 'externalId',
      responseid: 'externalId',
      submitdateutc: 'occurredAt',
      submittedat: 'occurredAt',
      hiddenuserid: 'contactExternalId',
      hiddenemail: 'contactEmail',
      startdateutc: 'skip',
      stagedateutc: 'skip',
      landedat: 'skip',
      landingid: 'skip',
      responsetype: 'skip',
      networkid: 'skip',
      formid: 'skip',
      tags: 'custom',
      ending: 'custom',
    },
    ownPrefixes: {
      hidden: 'custom',
      calculated: 'custom',
      metadata: 'skip',
      variables: 'skip',
      thankyou: 'skip',
    },
  },
  {
    tool: 'Delighted',
    requires: ['score', 'createdat'],
    anyOf: ['surveytype', 'permalink', 'personproperties'],
    uses: {
      id: 'externalId',
      responseid: 'externalId',
      person: 'contactExternalId',
      personid: 'contactExternalId',
      email: 'contactEmail',
      personemail: 'contactEmail',
      name: 'contactName',
      personname: 'contactName',
      comment: 'answerText',
      createdat: 'occurredAt',
      permalink: 'url',
      surveytype: 'custom',
      updatedat: 'skip',
      notes: 'skip',
      tags: 'custom',
    },
    ownPrefixes: { personproperties: 'custom', properties: 'custom', delighted: 'custom' },
  },
  {
    tool: 'PostHog',
    requires: [],
    anyOf: ['surveyid', 'propertiessurveyid'],
    uses: {
      uuid: 'externalId',
      distinctid: 'contactExternalId',
      timestamp: 'occurredAt',
      event: 'skip',
      elementschain: 'skip',
      personproperties: 'skip',
    },
    ownPrefixes: {
      propertiessurveyresponse: 'skip',
      surveyresponse: 'skip',
      propertiessurvey: 'custom',
      survey: 'custom',
      properties: 'skip',
      person: 'skip',
    },
  },
  {
    tool: 'Formbricks',
    requires: ['responseid', 'timestamp', 'finished', 'surveyid'],
    uses: {
      responseid: 'externalId',
      timestamp: 'occurredAt',
      userid: 'contactExternalId',
      no: 'skip',
      finished: 'skip',
      quotas: 'skip',
      surveyid: 'custom',
      formbricksidinternal: 'skip',
      notes: 'skip',
      tags: 'custom',
      url: 'url',
      source: 'skip',
      ...{ device: 'custom', os: 'custom', browser: 'custom', country: 'custom', action: 'custom' },
    },
  },
  {
    tool: 'Formbricks',
    requires: ['submissionid', 'fieldid', 'fieldtype'],
    uses: {
      answerid: 'externalId',
      collectedat: 'occurredAt',
      userid: 'contactExternalId',
      tenantid: 'accountExternalId',
      language: 'language',
      valuetext: 'answerText',
      submissionid: 'custom',
      fieldlabel: 'custom',
      sourcename: 'custom',
    },
    ownPrefixes: { field: 'skip', source: 'skip', value: 'skip', metadata: 'custom' },
  },
];

/** A recognised export: whose it is, and what each column is; columns not in `uses` are questions. */
export interface SurveyExport {
  /** Null for a survey of no tool that we know. */
  tool: string | null;
  uses: ReadonlyMap<string, Use>;
}

const simplify = (name: string) => (name.trim() === '#' ? '#' : name.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** Names of a column as the tool may have written it: whole, and without the label that a second header row added. */
function namesOf(column: string): string[] {
  return [simplify(column), simplify(column.split(': ', 1)[0] ?? '')];
}

/** Whose survey export has these columns; null where it is none that is known. */
export function recogniseExport(header: readonly string[]): SurveyExport | null {
  const present = new Set(header.flatMap(namesOf));
  const posthog = header.some((name) => name.includes('$survey_'));
  const shape = SHAPES.find(
    ({ tool, requires, anyOf }) =>
      (tool !== 'PostHog' || posthog) &&
      requires.every((name) => present.has(name)) &&
      (anyOf?.some((name) => present.has(name)) ?? true),
  );
  if (!shape) return null;
  const uses = new Map<string, Use>();
  const taken = new Set<Use>();
  for (const column of header) {
    const use = findUse(shape, column);
    if (!use) continue;
    const isFree = use === 'skip' || use === 'custom' || !taken.has(use);
    taken.add(use);
    uses.set(column, isFree ? use : 'custom');
  }
  if (shape.tool === 'PostHog') keepUnnamedAnswers(header, uses);
  return { tool: shape.tool, uses };
}

function findUse({ uses, ownPrefixes = {} }: Shape, column: string): Use | null {
  const names = namesOf(column);
  for (const name of names) if (Object.hasOwn(uses, name)) return uses[name] ?? null;
  // What text engines of other tools found in answers.
  if (/ - (Parent )?Topics$| - (Topic )?Sentiment( Label| Score| Polarity)?$/i.test(column)) return 'skip';
  const prefix = Object.keys(ownPrefixes).find((each) => names[0]?.startsWith(each));
  return prefix ? (ownPrefixes[prefix] ?? null) : null;
}

/** PostHog's answers stand under the ids of questions where the questions' words are not beside them. */
function keepUnnamedAnswers(header: readonly string[], uses: Map<string, Use>): void {
  const hasNamed = header.some((name) => !uses.has(name));
  if (hasNamed) return;
  for (const name of header) if (name.includes('$survey_response')) uses.delete(name);
}

/** How a question of an export is answered, from its words and its values; null where it is kept as it is. */
export function guessQuestion(profile: ColumnProfile): FeedbackField | null {
  const asked = guessAsked(profile);
  return asked !== null && fitsScale(profile, asked) ? asked : null;
}

function guessAsked({ name, looksLike, examples }: ColumnProfile): FeedbackField | null {
  // Promoter, passive or detractor: the score beside it says so already.
  const isGroup = /: Group$|_NPS_GROUP\b/i.test(name);
  // The words beside the choice "Other", which may be so few that they look like choices themselves.
  const isOther = /^\w+_TEXT\b| - Text$/.test(name);
  if (isOther && looksLike !== 'empty') return 'answerText';
  if (looksLike === 'text') return 'answerText';
  if (looksLike === 'category' || looksLike === 'boolean') return isGroup ? null : 'answerChoice';
  const words = name.toLowerCase();
  const asks = (pattern: RegExp) => pattern.test(words);
  if (looksLike === 'score010' || looksLike === 'score15') {
    if (asks(/recommend|\bnps\b|weiterempf|recomend|recommand/)) return 'npsScore';
    if (asks(/\bces\b|effort|how easy|easy to|made it easy/)) return 'cesScore';
  }
  if (looksLike !== 'score15') return null;
  if (examples.some((example) => /satisfied$/i.test(example))) return 'csatScore';
  if (asks(/satisf|\bcsat\b|zufrieden|happy/)) return 'csatScore';
  const isStated = examples.some((example) => readScaledScore(example) !== null);
  return isStated || asks(/rate|rating|stars|bewert|note/) ? 'rating' : null;
}

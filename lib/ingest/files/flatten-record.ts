/** Values below one another that are followed; deeper ones are kept as JSON. */
const MOST_DEPTH = 6;

/** A record of a JSON file as cells: nested keys are joined by dots, lists of plain values by semicolons. */
export function flattenRecord(value: unknown): Map<string, string> {
  const cells = new Map<string, string>();
  if (isObject(value)) {
    for (const [key, each] of Object.entries(unwrap(value))) put(cells, key, each, 1);
  } else put(cells, 'value', value, 1);
  return cells;
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record itself, as two tools wrap or spread it. */
function unwrap(record: Json): Json {
  // Formbricks' hub: one record is one answer of a submission.
  if ('submission_id' in record && 'field_id' in record && 'field_type' in record) {
    const { value_number, field_type } = record;
    const isScore = /^(nps|csat|ces|rating)$/.test(String(field_type));
    return {
      answer_id: `${record.submission_id}:${record.field_id}`,
      ...record,
      ...(isScore ? { [String(field_type)]: value_number, value_number: null } : {}),
    };
  }
  const inner = record.form_response;
  if (!isObject(inner)) return record;
  const { definition, ...response } = inner;
  return { ...response, answers: withTitles(response.answers, definition) };
}

/** Answers of Typeform name a field; its words are in the definition beside them. */
function withTitles(answers: unknown, definition: unknown): unknown {
  const fields = isObject(definition) && Array.isArray(definition.fields) ? definition.fields : [];
  const titles = new Map(
    fields.filter(isObject).map(({ id, title }) => [id, typeof title === 'string' ? title : undefined]),
  );
  if (!Array.isArray(answers)) return answers;
  return answers.map((answer) =>
    isObject(answer) && isObject(answer.field)
      ? { ...answer, field: { ...answer.field, title: titles.get(answer.field.id) } }
      : answer,
  );
}

function put(cells: Map<string, string>, name: string, value: unknown, depth: number): void {
  // A key without a value is a column all the same: the next file may have one.
  if (value === null || value === undefined) cells.set(name, cells.get(name) ?? '');
  else if (Array.isArray(value)) putList(cells, name, value, depth);
  else if (!isObject(value)) cells.set(name, String(value));
  else if (isAnswered(value)) put(cells, value.text, value.value, depth + 1);
  else if (depth >= MOST_DEPTH) cells.set(name, JSON.stringify(value));
  else for (const [key, each] of Object.entries(value)) put(cells, `${name}.${key}`, each, depth + 1);
}

/** G2: { text: the question, value: the answer } */
function isAnswered(value: Json): value is { text: string; value: unknown } {
  return Object.keys(value).length === 2 && typeof value.text === 'string' && 'value' in value;
}

function putList(cells: Map<string, string>, name: string, list: unknown[], depth: number): void {
  const plain = list.filter((each) => each !== null && typeof each !== 'object');
  if (plain.length === list.length) {
    if (list.length > 0) cells.set(name, plain.join('; '));
    return;
  }
  const parts = spreadParts(list);
  if (parts) {
    put(cells, name, parts, depth);
    return;
  }
  for (const each of list) {
    const answer = isObject(each) ? readAnswer(each) : null;
    if (answer) put(cells, answer.question, answer.value, depth + 1);
    else {
      cells.set(name, JSON.stringify(list));
      return;
    }
  }
}

/** Google Play: [{ userComment: {…} }, { developerComment: {…} }] is one object of both. Null for any other list. */
function spreadParts(list: unknown[]): Json | null {
  const parts = list.filter(isObject).map((each) => Object.entries(each));
  const entries = parts.flatMap((each) => (each.length === 1 && isObject(each[0]?.[1]) ? each : []));
  const isSpread =
    entries.length === list.length && new Set(entries.map(([key]) => key)).size === list.length;
  return isSpread ? Object.fromEntries(entries) : null;
}

/** An answer with the words of its question, as the exports of survey tools list them; null for anything else. */
function readAnswer(item: Json): { question: string; value: unknown } | null {
  // PostHog: { id, question, response }
  if (typeof item.question === 'string' && 'response' in item) {
    return { question: item.question, value: item.response };
  }
  // Delighted: { question: { text }, value: { free_response, scale, select_one, select_many } }
  if (isObject(item.question) && typeof item.question.text === 'string' && isObject(item.value)) {
    const { free_response, scale, select_one, select_many } = item.value;
    const value = free_response ?? scale ?? textsOf(select_one) ?? textsOf(select_many) ?? null;
    return { question: item.question.text, value };
  }
  // Typeform: { type, [type]: value, field: { id, ref, title } }
  if (isObject(item.field) && typeof item.type === 'string') {
    const question = item.field.title ?? item.field.ref ?? item.field.id;
    const value = item[item.type];
    return typeof question === 'string' ? { question, value: labelsOf(value) ?? value } : null;
  }
  return null;
}

function textsOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(textsOf).filter(Boolean).join('; ') || null;
  return isObject(value) && typeof value.text === 'string' ? value.text : null;
}

/** The words of a choice, or of several. */
function labelsOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const { label, labels, other } = value;
  const words = [label, ...(Array.isArray(labels) ? labels : []), other];
  return words.filter((word) => typeof word === 'string').join('; ') || null;
}

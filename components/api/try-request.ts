import type { ExplainedOperation } from '@/lib/api/explain-operations';

/** The address of an operation with the values of a form; what is empty is left out. */
export function requestAddress(
  { path, parameters }: Pick<ExplainedOperation, 'path' | 'parameters'>,
  values: Readonly<Record<string, string>>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const query = new URLSearchParams();
  for (const { name, place } of parameters) {
    const value = values[name]?.trim();
    if (place === 'query' && value) query.set(name, value);
  }
  return `/api/v1${filled}${query.size > 0 ? `?${query}` : ''}`;
}

/** The same request for a terminal. */
export function curlCommand({
  method,
  address,
  key,
  body,
}: {
  method: 'GET' | 'POST';
  /** With the host. */
  address: string;
  key: string;
  body: string;
}): string {
  const lines = [`curl ${inQuotes(address)}`, `-H ${inQuotes(`Authorization: Bearer ${key || 'YOUR_KEY'}`)}`];
  if (method === 'POST') lines.push(`-H 'Content-Type: application/json'`, `-d ${inQuotes(body)}`);
  return lines.join(' \\\n  ');
}

/** A text as a shell takes it whole. */
const inQuotes = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** An answer for people to read: JSON laid out, anything else as it is. */
export function layOutAnswer(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

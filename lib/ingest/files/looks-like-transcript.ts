import { readWhatsAppStart } from '@/lib/ingest/transcripts/whatsapp-line';

/** What the JSON of Gong, of Whisper and of a channel of Slack begins with. */
const JSON_CALLS = [
  /^\s*\{[\s\S]*?"callTranscripts"\s*:\s*\[/,
  /^\s*\{[\s\S]*?"segments"\s*:\s*\[\s*\{[^{}]*?"start"\s*:\s*[\d.]+,/,
  /^\s*\[\s*\{[^{}]*?"ts"\s*:\s*"\d{9,}\.\d+"/,
];
const CAPTIONS = [
  /^WEBVTT(?=\s|$)/,
  // SubRip: a number, then from when to when.
  /^\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}\s*-->/,
  /^\d{1,2}:\d\d:\d\d\.\d{1,3},\d{1,2}:\d\d:\d\d\.\d{1,3}\s*$/m,
];
const LINES_LOOKED_AT = 20;

/** Whether a text begins as subtitles, an exported chat or the JSON of calls do, whose speakers a table of columns would lose. */
export function looksLikeTranscript(head: Uint8Array): boolean {
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  if ([...CAPTIONS, ...JSON_CALLS].some((pattern) => pattern.test(text))) return true;
  const lines = text.split('\n', LINES_LOOKED_AT);
  return lines.filter((line) => readWhatsAppStart(line)?.speaker).length >= 2;
}

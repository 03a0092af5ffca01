export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const RECORD_DELIMITERS = ['\r\n', '\n', '\r'] as const;

/** How a CSV file is written. */
export interface Dialect {
  delimiter: (typeof DELIMITERS)[number];
  quote: '"';
  recordDelimiter: (typeof RECORD_DELIMITERS)[number];
  /** Excel's `sep=;` stands on the first line. */
  hasSepLine: boolean;
  hasHeader: boolean;
  /** Rows above the header: a title, a date of the export. */
  titleRows?: number;
  /** Rows under the header that are no data either: 1 in SurveyMonkey exports, 2 in Qualtrics exports. */
  subHeaderRows: number;
}

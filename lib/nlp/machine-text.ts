import { dropWebAddresses } from './web-addresses';

// What programs write and customers paste: stack traces, exceptions, lines of logs. "Failed" in them is nobody's opinion. Told by their form
// alone, a line at a time: what a customer may have written ("Error: nothing works") is left.

const LEVELS = '(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|SEVERE|PANIC)';
const SPACES = '[^\\S\\n]*';
const FORMS = [
  // at com.shop.Cart.add(Cart.java:14); at async load (/srv/app.js:3:5)
  'at (?:async |new )?[\\w$.<>[\\]/ -]{1,200}\\([^()\\n]{0,300}\\)',
  'at [^\\s()]{1,300}:\\d+:\\d+',
  // Python
  'Traceback \\(most recent call last\\):',
  'File "[^"\\n]{1,300}", line \\d+[^\\n]*',
  // java.lang.NullPointerException: …; Caused by: …; TypeError: …
  '(?:Caused by: |Exception in thread "[^"\\n]{0,100}" |Uncaught (?:\\(in promise\\) )?|Unhandled (?:exception|rejection): )?(?:[\\w$]{1,60}\\.){0,12}[A-Z]\\w{0,80}(?:Error|Exception)(?:: [^\\n]*)?',
  '\\.\\.\\. \\d+ (?:more|common frames omitted)',
  // 2026-03-04 12:10:11 ERROR …; [ERROR] …; ERROR [main] …; INFO com.shop.Cart - …
  `\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[^\\n]{0,80}?\\b${LEVELS}\\b[^\\n]*`,
  `\\[${LEVELS}\\] [^\\n]*`,
  `${LEVELS} (?:\\[[^\\]\\n]{1,80}\\]|(?:[\\w$]{1,60}\\.){2,12}[\\w$]{1,60})[^\\n]*`,
  // GET /api/orders 500 …; HTTP/1.1 502 Bad Gateway
  '(?:GET|POST|PUT|PATCH|DELETE|HEAD) /\\S{0,500} [^\\n]{0,40}\\b[1-5]\\d\\d\\b[^\\n]*',
  'HTTP/\\d(?:\\.\\d)? [1-5]\\d\\d\\b[^\\n]*',
];
const LINE = `${SPACES}(?:${FORMS.join('|')})${SPACES}\\r?`;
const MACHINE_LINES = new RegExp(`^${LINE}$`, 'gmu');
const MACHINE_LINE = new RegExp(`^${LINE}$`, 'u');
/** A text without any of these holds no such line, which is quicker told. */
const SIGN =
  /Error|Exception|Traceback|\.java:|:\d+:\d+|, line \d|TRACE|DEBUG|INFO|NOTICE|WARN|ERROR|FATAL|CRITICAL|SEVERE|PANIC|HTTP\/|(?:GET|POST|PUT|PATCH|DELETE|HEAD) \/|\bat \S+\(|\.\.\. \d+ /;

/** Whether a line, without its break, was written by a program. */
export const isMachineLine = (line: string): boolean => SIGN.test(line) && MACHINE_LINE.test(line);

/** A text without the lines that a program wrote. */
export const dropMachineLines = (text: string): string =>
  SIGN.test(text) ? text.replace(MACHINE_LINES, ' ') : text;

/** What a customer said of a text: all but web addresses and the lines of programs. Models read this, in training and in the product. */
export const keepSaid = (text: string): string => dropMachineLines(dropWebAddresses(text));

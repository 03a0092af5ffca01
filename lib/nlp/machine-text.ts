import { dropWebAddresses } from './web-addresses';

// What programs write and customers paste: stack traces, exceptions, lines of logs. "Failed" in them is nobody's opinion. Told by their form
// alone, a line at a time: what a customer may have written ("Error: nothing works") is left.

const LEVELS = '(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|SEVERE|PANIC)';
const SPACES = '[^\\S\\n]*';
/** Where a frame of a stack has no line. */
const NO_PLACES = 'Native Method|Unknown Source|<anonymous>|<generated>|native|index \\d+';
/** What a log says after the status of a request: its name, and how long it took and how much it was. */
const AFTER_STATUS = '(?: [A-Z][A-Za-z]+){0,3}(?:[ \\t]{0,3}(?:[\\d.,:;()[\\]"/-]|in|ms|s|bytes|k?B))*';
/** What wrote a line of a log, between its time and its level: a thread in brackets, a name with dots; no word of a sentence. */
const SOURCE = '(?:\\[[^\\]\\n]{0,60}\\]|[\\w$]{1,40}(?:[./$-][\\w$]{1,40}){1,12})';
const FORMS = [
  // at com.shop.Cart.add(Cart.java:14); at async load (/srv/app.js:3:5); not "at login (ERROR every time)"
  `at (?:async |new )?[\\w$.<>[\\]/ -]{1,200}\\((?:[^()\\n]{1,300}:\\d+|[^()\\s]{1,100}\\.(?:java|kt|scala|js|ts)|${NO_PLACES})\\)`,
  'at [^\\s()]{1,300}:\\d+:\\d+',
  // Python
  'Traceback \\(most recent call last\\):',
  'File "[^"\\n]{1,300}", line \\d+[^\\n]*',
  // java.lang.NullPointerException: …; Caused by: …; TypeError: …
  '(?:Caused by: |Exception in thread "[^"\\n]{0,100}" |Uncaught (?:\\(in promise\\) )?|Unhandled (?:exception|rejection): )?(?:[\\w$]{1,60}\\.){0,12}[A-Z]\\w{0,80}(?:Error|Exception)(?:: [^\\n]*)?',
  '\\.\\.\\. \\d+ (?:more|common frames omitted)',
  // 2026-03-04 12:10:11 ERROR …; [ERROR] …; ERROR [main] …; INFO com.shop.Cart - …
  `\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[\\d.,:+Z\\]| -]{0,24}(?:${SOURCE}[ :|-]{1,3}){0,4}\\[?${LEVELS}\\b[^\\n]*`,
  `\\[${LEVELS}\\] [^\\n]*`,
  `${LEVELS} (?:\\[[^\\]\\n]{1,80}\\]|(?:[\\w$]{1,60}\\.){2,12}[\\w$]{1,60})[^\\n]*`,
  // GET /api/orders 500 12 ms; HTTP/1.1 502 Bad Gateway; not "GET /api/orders gives 500 since Monday"
  `(?:GET|POST|PUT|PATCH|DELETE|HEAD) /\\S{0,500}(?: HTTP/\\d(?:\\.\\d)?"?)? [1-5]\\d\\d\\b${AFTER_STATUS}`,
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

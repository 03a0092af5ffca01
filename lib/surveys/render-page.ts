import { directionOf } from '@/lib/surveys/direction';
import { Html, html } from '@/lib/surveys/html';
import { type MarkLanguage, markLanguages, type PageLanguages } from '@/lib/surveys/language-marks';
import { PRIVACY_PLACE } from '@/lib/surveys/localise';
import { choiceControls } from '@/lib/surveys/render-choices';
import { languageOfWords, type SurveyWords, wordsFor } from '@/lib/surveys/words';
import { type Answers, type Definition, type Question, scaleOf } from '@/lib/widget/definition';
import { pipe, pipeQuestion } from '@/lib/widget/flow';

export interface SurveyPage {
  definition: Definition;
  /** What of it is in another language; without, it is all in the definition's. */
  languages?: Pick<PageLanguages, 'written' | 'untranslated'>;
  /** What is asked on this page; null for thanks. */
  question: Question | null;
  answers: Answers;
  /** What is known of the person, for texts that speak of it. */
  known?: Record<string, string>;
  style: string;
  /** The picture above it, and what it says to those who do not see it. */
  logo?: { src: string; text: string } | null;
  /** Where the form goes; null for a preview, which goes nowhere. */
  form: {
    action: string;
    hidden: Record<string, string>;
    /** Work for the browser, whose outcome goes into the field `proof`. */
    challenge?: string | null;
    /** Names the survey, its person and its hidden fields for other tabs of the browser that have it open, too. */
    tabs?: string;
    /** Nothing of the response is saved yet. */
    isFresh?: boolean;
  } | null;
  backHref?: string | null;
  /** Where somebody known says that they do not want to be asked again; null where nobody is known, or they have begun. */
  peace?: { action: string; hidden: Record<string, string> } | null;
  /** Whether the last page leads on by itself to where its owner wants people to go; without, only by its link. */
  leadsOn?: boolean;
  /** Tells us that the page was drawn: link scanners do not load it. */
  seenHref?: string | null;
  /** Why the page is shown again: nothing or not all was answered, or two entries of a ranking have one place. */
  problem?: 'missing' | 'places' | null;
}

/** Our own words on a page, and the marks of languages for its pieces. */
interface Wording {
  words: SurveyWords;
  mark: MarkLanguage;
}

/** One page of a survey as a whole HTML document: a plain form that needs no script. Pure, so that the preview draws the very same. */
export function renderSurveyPage(page: SurveyPage): string {
  const { definition, question } = page;
  const words = wordsFor(definition.language);
  const { written, untranslated } = page.languages ?? {
    written: definition.language,
    untranslated: new Set(),
  };
  const mark = markLanguages({ shown: definition.language, written, untranslated });
  const title = question ? question.text : definition.thanks.title;
  const body = question ? questionForm(page, question, { words, mark }) : thanks(page, { words, mark });
  return document(
    definition.language,
    pipe(title, definition, page.answers, page.known),
    page.style,
    html`${logo(page)}${body}`,
    !question && page.leadsOn ? definition.thanks.redirectUrl : '',
  ).text;
}

function logo({ logo: shown }: SurveyPage): Html | null | undefined {
  return shown && html`<p class="logo"><img src="${shown.src}" alt="${shown.text}"></p>`;
}

/** A page that only says something: the survey is closed. */
export function renderNotice(language: string, style: string, words: string): string {
  return document(language, words, style, html`<h1>${words}</h1>`).text;
}

/** @param goesTo an address that the page leads on to at once; empty: it stays. */
function document(language: string, title: string, style: string, body: Html, goesTo = ''): Html {
  return html`<!doctype html><html lang="${languageOfWords(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">${goesTo && html`<meta http-equiv="refresh" content="0; url=${goesTo}">`}<title>${title}</title>${styleTag(style)}</head><body><main>${body}</main></body></html>`;
}

/** Our own text, and of its owner colours that were checked: nothing in it needs escaping. */
function styleTag(style: string): Html {
  return new Html(`<style>${style}</style>`);
}

function thanks({ definition, answers, known, backHref }: SurveyPage, { words, mark }: Wording): Html {
  const { title, text, redirectUrl } = definition.thanks;
  return html`<h1${mark('thanks.title')}>${pipe(title, definition, answers, known)}</h1>${text && html`<p${mark('thanks.text')}>${pipe(text, definition, answers, known)}</p>`}${redirectUrl && html`<p><a href="${redirectUrl}">${words.goOn}</a></p>`}${backHref && html`<p><a href="${backHref}">${words.back}</a></p>`}`;
}

function questionForm(page: SurveyPage, question: Question, wording: Wording): Html {
  const { words } = wording;
  const { definition, form } = page;
  const { questions } = definition;
  const position = questions.findIndex(({ key }) => key === question.key);
  // With logic nobody knows yet how many questions there will be.
  const hasLogic = questions.some(({ showIf, skips }) => showIf || skips.length > 0);
  return html`${page.problem && html`<p class="error" role="alert" id="error">${page.problem === 'places' ? words.places : words.required}</p>`}
<form method="post"${form && html` action="${form.action}"`}${form?.challenge && html` data-challenge="${form.challenge}"`}${form?.tabs && html` data-tabs="${form.tabs}"`}${form?.isFresh && html` data-fresh`}>
${hiddenInputs({ ...form?.hidden, q: question.key })}
${control(page, question, wording)}
<p class="mark" aria-hidden="true"><label>Website <input type="text" name="website" tabindex="-1" autocomplete="off"></label></p>
<div class="bar"><button type="submit">${position === questions.length - 1 ? words.send : words.next}</button>
${page.backHref && html`<a href="${page.backHref}">${words.back}</a>`}
${!hasLogic && questions.length > 1 && html`<span class="step">${position + 1} ${words.of} ${questions.length}</span>`}</div></form>
${form && html`<script src="/survey-page.js" defer></script>`}
${page.peace && html`<form class="quiet" method="post" action="${page.peace.action}">${hiddenInputs(page.peace.hidden)}<button>${words.never}</button></form>`}
${privacyNotice(definition, wording)}${page.seenHref && html`<img src="${page.seenHref}" alt="" width="1" height="1" class="mark">`}`;
}

function hiddenInputs(fields: Record<string, string>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** Below every question: what people are told of their data before they send it. */
function privacyNotice({ privacy: { text, url } }: Definition, { words, mark }: Wording): Html | false {
  if (text === '' && url === '') return false;
  return html`<p class="privacy"><bdi${mark(PRIVACY_PLACE)}>${text}</bdi> ${url && html`<a href="${url}" target="_blank" rel="noopener">${words.privacy}</a>`}</p>`;
}

function control(page: SurveyPage, written: Question, { words, mark }: Wording): Html {
  const { definition, answers, known } = page;
  const question = pipeQuestion(written, definition, answers, known);
  const heading = html`<bdi${mark(`${question.key}.text`)}>${question.text}</bdi>${!question.isRequired && html` <span class="optional">(${words.optional})</span>`}`;
  const answer = answers[question.key];
  const [given] = [answer ?? ''].flat();
  const described = page.problem && html` aria-describedby="error"`;
  if (question.kind === 'short_text' || question.kind === 'long_text') {
    const field =
      question.kind === 'short_text'
        ? html`<input type="text" id="answer" name="answer" maxlength="500" value="${given}"${described}>`
        : html`<textarea id="answer" name="answer" maxlength="10000"${described}>${given}</textarea>`;
    return html`<h1><label for="answer">${heading}</label></h1>${field}`;
  }
  const scale = scaleOf[question.kind];
  return html`<fieldset${described}><legend>${heading}</legend>${
    scale
      ? scaleInputs(question, scale, given, { words, mark })
      : choiceControls({ question, answers, words, mark })
  }</fieldset>`;
}

function scaleInputs(
  question: Question,
  [low, high]: readonly [number, number],
  given: string | number | undefined,
  { words, mark }: Wording,
): Html {
  const style = question.kind === 'csat' ? question.style : 'numbers';
  const scores = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return html`<div class="scale ${style}">${scores.map((score) => {
    const end = score === low ? question.lowLabel : score === high ? question.highLabel : '';
    const name = `${score} ${words.of} ${high}${end && `, ${end}`}`;
    return html`<label><input type="radio" name="answer" value="${score}" aria-label="${name}"${given === score && html` checked`}>${face(style, score)}</label>`;
  })}</div>${(question.lowLabel || question.highLabel) && html`<p class="ends" aria-hidden="true"><span${mark(`${question.key}.low`)}>${question.lowLabel}</span><span${mark(`${question.key}.high`)}>${question.highLabel}</span></p>`}`;
}

/** What a point of a scale looks like: its number, a star, or a face whose mouth says it. */
function face(style: Question['style'], score: number): Html {
  if (style === 'numbers') return html`<span aria-hidden="true">${score}</span>`;
  if (style === 'stars') {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m12 3 2.8 5.7 6.2.9-4.5 4.4 1.1 6.2-5.6-2.9-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z"/></svg>`;
  }
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M9 9.5v.01M15 9.5v.01M8 ${16.5 - score / 2}q4 ${(score - 3) * 2.5} 8 0" stroke-linecap="round"/></svg>`;
}

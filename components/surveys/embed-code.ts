import { html } from '@/lib/surveys/html';
import { localise } from '@/lib/surveys/localise';
import type { Look } from '@/lib/surveys/look';
import { wordsFor } from '@/lib/surveys/words';
import { type Definition, type Question, scaleOf } from '@/lib/widget/definition';
import { pipeQuestion } from '@/lib/widget/flow';
import { emailScale } from './email-scale';

/** What an owner copies into pages, e-mails and servers. */
export interface EmbedCode {
  link: string;
  /** The link with the hidden fields; empty without any. */
  fieldsLink: string;
  script: string;
  inline: string;
  /** A scale for an e-mail in each language of the survey, its own first; none where its first question is no scale. */
  emails: { language: string; text: string }[];
  frame: string;
  form: string;
  server: string;
}

/**
 * @param origin where this Verbatim answers, without a slash at its end
 * @param definition what is asked; undefined: nothing yet
 * @param look of the scale inside an e-mail
 */
export function embedCode(
  origin: string,
  {
    siteKey,
    surveyKey,
    look,
    definition,
    version,
  }: {
    siteKey: string;
    surveyKey: string;
    look: Look;
    definition: Definition | undefined;
    /** Number of what is published, if anything is. */
    version?: number | undefined;
  },
): EmbedCode {
  const { fields = [], questions = [] } = definition ?? {};
  const link = `${origin}/s/${surveyKey}`;
  const given = fields.map((name) => `${name}: 'VALUE'`).join(', ');
  return {
    link,
    fieldsLink: fields.length > 0 ? `${link}?${fields.map((name) => `${name}=VALUE`).join('&')}` : '',
    script: `<script src="${origin}/verbatim.js" data-site="${siteKey}" defer></script>
<script>
  // Optional. Calls made before the script has come wait for it.
  window.verbatim = window.verbatim || [];
  // verbatim.push(['identify', TOKEN_FROM_YOUR_SERVER, { plan: 'Pro' }]);
  // verbatim.push(['track', 'order_placed']);
  // verbatim.push(['show', '${surveyKey}'${given && `, { fields: { ${given} } }`}]);
  // verbatim.push(['reset']);  at sign-out
</script>`,
    inline: `<div data-verbatim-survey="${surveyKey}"></div>`,
    emails: definition ? emailsOf(link, definition, look) : [],
    frame: `<iframe src="${link}" title="Survey" width="100%" height="560" frameborder="0"></iframe>`,
    form: `<form method="post" action="${link}/answer">
  <!-- Optional: a new UUID from your server in each page it draws. Sent twice by a double click it then counts once for certain. -->
  <input type="hidden" name="r" value="">
${version ? `  <!-- The version whose words these are: answers and consent are kept with it. -->\n  <input type="hidden" name="v" value="${version}">\n` : ''}  <!-- one field for each question, named by its key -->
${questions.map((question) => `  ${formField(question)}\n`).join('')}${fields.map((name) => `  <input type="hidden" name="${name}" value="VALUE">\n`).join('')}  <!-- Not for people, who do not see it: an answer that fills it in is kept apart as suspect. -->
  <p hidden><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></p>
${definition ? formPrivacy(definition) : ''}  <p><button>Send</button></p>
</form>`,
    server: `// Node; any language that has HMAC does the same.
import { createHmac } from 'node:crypto';
const body = Buffer.from(JSON.stringify({ contact: user.id, email: user.email, account: user.companyId })).toString('base64url');
const token = body + '.' + createHmac('sha256', SECRET).update(body).digest('base64url');
// In a page: verbatim.identify(token). In a link: ${link}?c=TOKEN`,
  };
}

function emailsOf(link: string, definition: Definition, look: Look): EmbedCode['emails'] {
  const languages = [definition.language, ...Object.keys(definition.translations)];
  return languages.flatMap((language) => {
    const [question] = localise(definition, language).questions;
    const { of } = wordsFor(language);
    const text = emailScale(link, question, look, { code: language, isFixed: languages.length > 1, of });
    return text ? [{ language, text }] : [];
  });
}

/** What people are told of their data, as on the survey's page: before they send it. */
function formPrivacy({ language, privacy: { text, url } }: Definition): string {
  if (text === '' && url === '') return '';
  const link = url && html`<a href="${url}">${wordsFor(language).privacy}</a>`;
  return html`  <p>${text} ${link}</p>\n`.text;
}

/** An end of a scale: "0: not at all likely". */
function endOf(score: number, label: string): string {
  return label ? `${score}: ${label}` : `${score}`;
}

/** The controls that answer a question in a form of the owner's own. */
function formField(question: Question): string {
  // Nothing is known when such a form is drawn: what a text says of answers and people is left out.
  const { key, kind, text, choices, rows, lowLabel, highLabel } = pipeQuestion(
    question,
    { questions: [] },
    {},
  );
  const scale = scaleOf[kind];
  const options = (values: { key: string; text: string }[]) =>
    values.map((value) => html`<option value="${value.key}">${value.text}</option>`);
  const select = (label: string, values: { key: string; text: string }[]) =>
    html`<label>${label} <select name="${key}"><option value=""></option>${options(values)}</select></label>`;
  const tick = (value: string, label: string) =>
    html`<label><input name="${key}" type="checkbox" value="${value}"> ${label}</label>`;
  const draw = () => {
    if (scale) {
      return [
        html`<label>${text} (${endOf(scale[0], lowLabel)} – ${endOf(scale[1], highLabel)}) <input name="${key}" type="number" min="${scale[0]}" max="${scale[1]}"></label>`,
      ];
    }
    if (kind === 'single') return [select(text, choices)];
    if (kind === 'multiple') return choices.map((choice) => tick(choice.key, `${text} ${choice.text}`));
    if (kind === 'consent') return [tick('yes', `${text} ${highLabel}`.trim())];
    if (kind === 'ranking') return choices.map((_, index) => select(`${text} ${index + 1}`, choices));
    if (kind === 'matrix') {
      return rows.map((row) =>
        select(
          `${text} ${row.text}`,
          choices.map((choice) => ({ key: `${row.key}:${choice.key}`, text: choice.text })),
        ),
      );
    }
    if (kind === 'short_text') return [html`<label>${text} <input name="${key}"></label>`];
    return [html`<label>${text} <textarea name="${key}"></textarea></label>`];
  };
  return draw()
    .map((control) => `<p>${control.text}</p>`)
    .join('\n  ');
}

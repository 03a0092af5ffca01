import { type Html, html } from '@/lib/surveys/html';
import type { MarkLanguage } from '@/lib/surveys/language-marks';
import type { SurveyWords } from '@/lib/surveys/words';
import type { Answers, Question } from '@/lib/widget/definition';

interface Drawn {
  /** Its texts piped. */
  question: Question;
  answers: Answers;
  words: SurveyWords;
  mark: MarkLanguage;
}

/** What answers a question of choices, a ranking or a matrix: native controls, which need neither a pointer nor a script. */
export function choiceControls(drawn: Drawn): Html {
  if (drawn.question.kind === 'ranking') return rankingSelects(drawn);
  return drawn.question.kind === 'matrix' ? matrixRows(drawn) : choiceInputs(drawn);
}

function choiceInputs({ question, answers, mark }: Drawn): Html {
  const given = [answers[question.key] ?? []].flat();
  const type = question.kind === 'single' ? 'radio' : 'checkbox';
  const choices =
    question.kind === 'consent' ? [{ key: 'yes', text: question.highLabel || '✓' }] : question.choices;
  return html`${choices.map(
    ({ key, text }) =>
      html`<label class="choice"><input type="${type}" name="answer" value="${key}"${given.includes(key) && html` checked`}><span${mark(question.kind === 'consent' ? `${question.key}.high` : `${question.key}.choice.${key}`)}>${text}</span></label>`,
  )}`;
}

/** One select for each place, so that a form sends the entries in their order. */
function rankingSelects({ question: { key, choices }, answers, words, mark }: Drawn): Html {
  const given = [answers[key] ?? []].flat();
  return html`${choices.map((_, index) => {
    const options = choices.map(
      (choice) =>
        html`<option value="${choice.key}"${given[index] === choice.key && html` selected`}${mark(`${key}.choice.${choice.key}`)}>${choice.text}</option>`,
    );
    return html`<label class="place"><span aria-hidden="true">${index + 1}</span><select name="answer" aria-label="${index + 1} ${words.of} ${choices.length}"><option value="">–</option>${options}</select></label>`;
  })}`;
}

/** One group for each row. Their names differ, or only one row could be answered; their values say the row, too. */
function matrixRows({ question: { key, rows, choices }, answers, mark }: Drawn): Html {
  const given = [answers[key] ?? []].flat();
  return html`${rows.map((row) => {
    const cells = choices.map((choice) => {
      const value = `${row.key}:${choice.key}`;
      return html`<label class="choice"><input type="radio" name="answer.${row.key}" value="${value}"${given.includes(value) && html` checked`}><span${mark(`${key}.choice.${choice.key}`)}>${choice.text}</span></label>`;
    });
    return html`<fieldset class="row"><legend${mark(`${key}.row.${row.key}`)}>${row.text}</legend><div class="cells">${cells}</div></fieldset>`;
  })}`;
}

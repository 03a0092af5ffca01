import { type Control, type DrawMore, type DrawPrivacy, drawGroup, drawScale, headingOf } from './control';
import { needsMore, type Question } from './definition';
import { drawPath, make } from './element';
import { isComplete, pipe, pipeQuestion } from './flow';
import { placeEntry } from './ranking';
import { saveWhileTyped } from './typing';

const STAR = 'm12 3 2.8 5.7 6.2.9-4.5 4.4 1.1 6.2-5.6-2.9-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z';

const CSS = `.text{width:100%;font:inherit;color:inherit;background:none;border:var(--l);border-radius:8px;padding:8px 10px}
textarea{min-height:88px;resize:vertical}
svg{width:28px;height:28px;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round}
.stars label,.stars label:has(:checked){border-color:transparent;background:none;color:inherit}
.stars label:has(:checked) svg,.stars label:has(~label :checked) svg{fill:var(--e,var(--a))}
.choice{cursor:pointer;display:flex;align-items:center;min-height:44px;border:var(--l);border-radius:8px;gap:10px;padding:8px 10px;margin-bottom:6px;overflow-wrap:anywhere}
.choice input{flex:none;width:20px;height:20px;margin:0;accent-color:var(--e,var(--a))}
.choice :focus-visible{outline:0}
.place{display:flex;align-items:center;gap:10px;margin-bottom:6px}
.place:has(:focus-visible){outline:0}
.place span{min-width:20px;text-align:end}
select{font:inherit;color:inherit;background:Canvas;border:var(--l);border-radius:8px;min-height:44px;padding:0 8px;width:100%;min-width:0}
p.small{margin:12px 0 0}
a{color:inherit;display:inline-block;padding:10px 0}
.small a{display:inline}
.row{margin-bottom:14px}
.row legend{font-size:16px;margin-bottom:6px;padding:0}
.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(116px,100%),1fr));gap:6px}
.cells .choice{margin:0;padding:8px 6px;gap:6px}`;

/** A star, or a face whose mouth says how it is. */
function faceOf(style: Question['style'], score: number): string {
  return style === 'stars'
    ? STAR
    : `M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 9.5v.01M15 9.5v.01M8 ${16.5 - score / 2}q4 ${(score - 3) * 2.5} 8 0`;
}

/** The mark of a piece that is in another language than our words (WCAG 2.2, 3.1.2). */
function langAt({ question, marks }: Control, place: string): { lang?: string } {
  const lang = marks?.[`${question.key}.${place}`];
  return lang ? { lang } : {};
}

/** Marks what is drawn alike for all kinds: the question, and the ends of a scale. */
function markLanguages(drawn: HTMLElement, control: Control): HTMLElement {
  const { lang } = langAt(control, 'text');
  const heading = lang && drawn.querySelector('legend,h2 label');
  if (heading) heading.prepend(make('bdi', { lang }, heading.firstChild));
  if (control.marks)
    for (const [index, end] of drawn.querySelectorAll<HTMLElement>('.ends span').entries())
      Object.assign(end, langAt(control, index ? 'high' : 'low'));
  return drawn;
}

function drawChoices(control: Control): HTMLElement[] {
  const { question, answer, onChange } = control;
  const isConsent = question.kind === 'consent';
  const isMultiple = question.kind === 'multiple';
  const choices = isConsent ? [{ key: 'yes', text: question.highLabel || '✓' }] : question.choices;
  const given = [answer ?? []].flat() as string[];
  const inputs = choices.map(({ key }) =>
    make('input', {
      type: question.kind === 'single' ? 'radio' : 'checkbox',
      name: 'answer',
      value: key,
      checked: given.includes(key),
    }),
  );
  const read = () => {
    const chosen = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    onChange(isMultiple ? chosen : (chosen[0] ?? ''));
  };
  for (const input of inputs) input.addEventListener('change', read);
  return choices.map(({ key, text }, index) =>
    make(
      'label',
      { class: 'choice' },
      inputs[index] ?? null,
      make('span', { dir: 'auto', ...langAt(control, isConsent ? 'high' : `choice.${key}`) }, text),
    ),
  );
}

/** A select for each place. What is shown is what is kept: an entry has one place, and no place is left out. */
function drawRanking(control: Control): HTMLElement[] {
  const { question, words, answer, onChange } = control;
  const { choices } = question;
  let order = [answer ?? []].flat() as string[];
  const selects = choices.map((_, index) => {
    const select = make(
      'select',
      { 'aria-label': `${index + 1} ${words.of} ${choices.length}` },
      make('option', { value: '' }, '–'),
      ...choices.map(({ key, text }) =>
        make('option', { value: key, ...langAt(control, `choice.${key}`) }, text),
      ),
    );
    select.addEventListener('change', () => {
      order = placeEntry(order, index, select.value);
      show();
      onChange(order);
    });
    return select;
  });
  const show = () => {
    for (const [index, select] of selects.entries()) {
      select.value = order[index] ?? '';
      select.disabled = index > order.length;
    }
  };
  show();
  return selects.map((select, index) =>
    make('label', { class: 'place' }, make('span', { 'aria-hidden': 'true' }, `${index + 1}`), select),
  );
}

/** A group of choices for each row. */
function drawMatrix(control: Control): HTMLElement[] {
  const { question, answer, onChange } = control;
  const given = new Set([answer ?? []].flat() as string[]);
  return question.rows.map((row) => {
    const cells = question.choices.map(({ key, text }) => {
      const value = `${row.key}:${key}`;
      const input = make('input', { type: 'radio', name: row.key, checked: given.has(value) });
      input.addEventListener('change', () => {
        for (const choice of question.choices) given.delete(`${row.key}:${choice.key}`);
        given.add(value);
        onChange([...given]);
      });
      const lang = langAt(control, `choice.${key}`);
      return make('label', { class: 'choice' }, input, make('span', { dir: 'auto', ...lang }, text));
    });
    return make(
      'fieldset',
      { class: 'row' },
      make('legend', { dir: 'auto', ...langAt(control, `row.${row.key}`) }, row.text),
      make('div', { class: 'cells' }, ...cells),
    );
  });
}

function drawText(control: Control): HTMLElement {
  const isShort = control.question.kind === 'short_text';
  const field = make(isShort ? 'input' : 'textarea', {
    ...{ id: 'field', class: 'text', maxlength: isShort ? 500 : 10_000 },
  });
  field.value = String(control.answer ?? '');
  saveWhileTyped(field, () => control.onChange(field.value));
  const label = make('label', { for: 'field' }, ...headingOf(control));
  return make('div', {}, make('h2', { id: 'title' }, label), field);
}

const draw: DrawMore = (control) => markLanguages(drawKind(control), control);

function drawKind(control: Control): HTMLElement {
  const { kind, style } = control.question;
  if (kind.endsWith('_text')) return drawText(control);
  if (!needsMore(control.question)) return drawGroup(control, drawScale(control));
  if (kind === 'csat')
    return drawGroup(
      control,
      drawScale(control, (score) => drawPath(faceOf(style, score))),
    );
  if (kind === 'ranking') return drawGroup(control, drawRanking(control));
  return drawGroup(control, kind === 'matrix' ? drawMatrix(control) : drawChoices(control));
}

/** What people are told of their data, below the first question. */
const drawPrivacy: DrawPrivacy = ({ definition: { privacy }, words, marks }) =>
  privacy &&
  make(
    'p',
    { class: 'small', dir: 'auto' },
    make('bdi', { lang: marks?.['survey.privacy'] ?? false }, privacy.text),
    ' ',
    privacy.url && make('a', { href: privacy.url, target: '_blank', rel: 'noopener' }, words.privacy ?? ''),
  );

window.verbatimMore = { css: CSS, draw, isComplete, pipe, pipeQuestion, drawPrivacy };

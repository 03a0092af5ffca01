import { describe, expect, it } from 'vitest';
import { contrastOf, textOn } from '@/lib/surveys/colour';
import { findUntranslated, localise } from '@/lib/surveys/localise';
import { lookSchema } from '@/lib/surveys/look';
import { pageStyle } from '@/lib/surveys/page-style';
import { renderSurveyPage } from '@/lib/surveys/render-page';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';

const definition = makeTemplate('csat_faces');
const form = { action: '/s/x/answer', hidden: { r: 'response' } };

const render = (changes: Partial<Parameters<typeof renderSurveyPage>[0]> = {}) =>
  renderSurveyPage({
    definition,
    question: definition.questions[0] ?? null,
    answers: {},
    style: pageStyle(lookSchema.parse({})),
    form,
    ...changes,
  });

describe('the page of a survey', () => {
  it('escapes whatever people wrote', () => {
    const question = makeQuestion({ key: 'a', kind: 'long_text', text: '<img src=x onerror=alert(1)>' });
    const answers = { a: '</textarea><script>alert(1)</script>' };
    const page = render({ definition: { ...definition, questions: [question] }, question, answers });
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&#60;/textarea&#62;');
  });

  it('names every point of a scale and chooses the one that was given', () => {
    const page = render({ answers: { csat: 4 } });
    expect(page.match(/type="radio"/g)).toHaveLength(5);
    expect(page).toContain('aria-label="1 of 5, Very dissatisfied"');
    expect(page).toMatch(/value="4"[^>]* checked/);
    expect(page.match(/ checked/g)).toHaveLength(1);
  });

  it('is written in the direction of its language', () => {
    expect(render({ definition: { ...definition, language: 'ar' } })).toContain('lang="ar" dir="rtl"');
    expect(render()).toContain('lang="en" dir="ltr"');
  });

  it('asks for an order by selects and for a matrix by a group for each row, without a script', () => {
    const choices = ['a', 'b'].map((key) => ({ key, text: `Choice ${key}` }));
    const rows = [{ key: 'x', text: 'Row x' }];
    const ranking = makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices });
    const ordered = render({ question: ranking, answers: { order: ['b', 'a'] } });
    expect(ordered.match(/<select name="answer"/g)).toHaveLength(2);
    expect(ordered).toContain('aria-label="2 of 2"');
    expect(ordered.match(/value="[ab]" selected/g)).toEqual(['value="b" selected', 'value="a" selected']);
    const matrix = makeQuestion({ key: 'grid', kind: 'matrix', text: 'How?', choices, rows });
    const drawn = render({ question: matrix, answers: { grid: ['x:b'] } });
    expect(drawn).toContain('<fieldset class="row"><legend>Row x</legend>');
    expect(drawn).toMatch(/name="answer\.x" value="x:b" checked/);
  });

  it('tells below a question what is done with the answers, in its language', () => {
    const told = {
      ...definition,
      language: 'de',
      privacy: { text: 'Ein <Jahr>.', url: 'https://example.org/p' },
    };
    expect(render({ definition: told })).toContain(
      '<p class="privacy"><bdi>Ein &#60;Jahr&#62;.</bdi> <a href="https://example.org/p" target="_blank" rel="noopener">Datenschutz</a></p>',
    );
    expect(render()).not.toContain('class="privacy"');
  });

  it('says of each piece which language it is in, where the words around it are of another', () => {
    const written = {
      ...makeTemplate('nps'),
      translations: { ar: { 'nps.text': 'هل توصي بنا؟' }, tr: { 'nps.text': 'Bizi önerir misiniz?' } },
    };
    const draw = (language: string) => {
      const shown = localise(written, language);
      const [question = null] = shown.questions;
      const languages = { written: 'en', untranslated: findUntranslated(written, language) };
      return renderSurveyPage({ definition: shown, languages, question, answers: {}, style: '', form: null });
    };
    expect(draw('ar')).toContain('<html lang="ar" dir="rtl">');
    expect(draw('ar')).toContain('<bdi>هل');
    expect(draw('ar')).toContain('<span lang="en" dir="ltr">Not at all likely</span>');
    // We have no words in Turkish: those of the page are English.
    expect(draw('tr')).toContain('<html lang="en" dir="ltr">');
    expect(draw('tr')).toContain('<bdi lang="tr" dir="ltr">Bizi');
    expect(draw('tr')).toContain('<span>Not at all likely</span>');
  });

  it('offers the way on from its last page', () => {
    const thanks = { ...definition.thanks, redirectUrl: 'https://example.org/?a=1&b="2' };
    const page = render({ question: null, definition: { ...definition, thanks } });
    expect(page).toContain('<a href="https://example.org/?a=1&#38;b=&#34;2">Continue</a>');
  });

  it('as a preview goes nowhere and loads nothing', () => {
    const page = render({ form: null });
    expect(page).not.toMatch(/action=|<script|<img/);
  });
});

it('writes on every colour with a contrast of 4.5 or more', () => {
  for (let step = 0; step < 4096; step++) {
    const colour = `#${[step >> 8, (step >> 4) & 15, step & 15].map((part) => part.toString(16).repeat(2)).join('')}`;
    expect(contrastOf(colour, textOn(colour))).toBeGreaterThanOrEqual(4.5);
  }
});

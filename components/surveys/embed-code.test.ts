import { expect, it } from 'vitest';
import { lookSchema } from '@/lib/surveys/look';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { embedCode } from './embed-code';

it('writes a form with the fields of the very survey, its words escaped', () => {
  const choices = [{ key: 'a', text: 'A <b>' }];
  const rows = [{ key: 'x', text: 'X' }];
  const { form } = embedCode('https://voc.example.org', {
    ...{ siteKey: 'site', surveyKey: 'key', look: lookSchema.parse({}), version: 3 },
    definition: {
      ...makeTemplate('nps'),
      fields: ['campaign'],
      privacy: { text: 'Kept for a year.', url: 'https://example.org/p' },
      questions: [
        makeQuestion({ key: 'ease', kind: 'ces', text: 'Easy?', lowLabel: 'Hard' }),
        makeQuestion({ key: 'uses', kind: 'multiple', text: 'Uses?', choices }),
        makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices }),
        makeQuestion({ key: 'grid', kind: 'matrix', text: 'How?', choices, rows }),
        makeQuestion({ key: 'words', kind: 'long_text', text: 'Else?' }),
        makeQuestion({ key: 'ok', kind: 'consent', text: 'Call you?', highLabel: 'I agree' }),
      ],
    },
  });
  expect(form).toBe(`<form method="post" action="https://voc.example.org/s/key/answer">
  <!-- Optional: a new UUID from your server in each page it draws. Sent twice by a double click it then counts once for certain. -->
  <input type="hidden" name="r" value="">
  <!-- The version whose words these are: answers and consent are kept with it. -->
  <input type="hidden" name="v" value="3">
  <!-- one field for each question, named by its key -->
  <p><label>Easy? (1: Hard – 7) <input name="ease" type="number" min="1" max="7"></label></p>
  <p><label><input name="uses" type="checkbox" value="a"> Uses? A &#60;b&#62;</label></p>
  <p><label>Order? 1 <select name="order"><option value=""></option><option value="a">A &#60;b&#62;</option></select></label></p>
  <p><label>How? X <select name="grid"><option value=""></option><option value="x:a">A &#60;b&#62;</option></select></label></p>
  <p><label>Else? <textarea name="words"></textarea></label></p>
  <p><label><input name="ok" type="checkbox" value="yes"> Call you? I agree</label></p>
  <input type="hidden" name="campaign" value="VALUE">
  <!-- Not for people, who do not see it: an answer that fills it in is kept apart as suspect. -->
  <p hidden><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></p>
  <p>Kept for a year. <a href="https://example.org/p">Privacy</a></p>
  <p><button>Send</button></p>
</form>`);
});

it('has a scale for an e-mail in each language of the survey, which goes on in that language', () => {
  const common = { siteKey: 'site', surveyKey: 'key', look: lookSchema.parse({}) };
  const definition = makeTemplate('nps');
  const [only, ...none] = embedCode('https://voc.example.org', { ...common, definition }).emails;
  expect(none).toEqual([]);
  expect(only?.text).toContain('&answer=10"');
  expect(only?.text).not.toContain('lang=en&');
  const question = definition.questions[0]?.key;
  const translations = { ar: { [`${question}.text`]: 'هل توصي بنا؟' } };
  const { emails } = embedCode('https://voc.example.org', {
    ...common,
    definition: { ...definition, translations },
  });
  expect(emails.map(({ language }) => language)).toEqual(['en', 'ar']);
  expect(emails[1]?.text).toContain('<div lang="ar" dir="rtl"');
  expect(emails[1]?.text).toContain('هل توصي بنا؟');
  expect(emails[1]?.text).toContain('&lang=ar&answer=3"');
  expect(emails[1]?.text).toContain('aria-label="3 من 10"');
});

import { expect, it } from 'vitest';
import { lookSchema } from '@/lib/surveys/look';
import { makeQuestion } from '@/lib/surveys/templates';
import { emailScale } from './email-scale';

const english = { code: 'en', isFixed: false, of: 'of' };
const link = 'https://voc.example.org/s/key';

it('writes a link for each score, in the look of the survey, its words escaped', () => {
  const question = makeQuestion({
    ...{
      key: 'csat',
      kind: 'csat',
      text: 'Happy, {{@name|dear reader}} & co?',
      lowLabel: 'No',
      highLabel: '<b>',
    },
  });
  const text = emailScale(
    link,
    question,
    lookSchema.parse({ ink: '#1c1917', corners: 'square', font: 'serif' }),
    english,
  );
  expect(text.match(/<a href/g)).toHaveLength(5);
  expect(text).toContain(
    `href="${link}?via=email&#38;c=TOKEN_OF_THE_PERSON&#38;answer=4"`.replaceAll('&#38;', '&'),
  );
  expect(text).toContain('Happy, dear reader &#38; co?');
  expect(text).toContain('aria-label="5 of 5, &#60;b&#62;"');
  expect(text).toContain('border-radius:0px;color:#1c1917');
  expect(text).toContain('Cambria,serif');
});

it('has nothing for a question that is no scale', () => {
  expect(
    emailScale(
      link,
      makeQuestion({ key: 'a', kind: 'long_text', text: 'Why?' }),
      lookSchema.parse({}),
      english,
    ),
  ).toBe('');
  expect(emailScale(link, undefined, lookSchema.parse({}), english)).toBe('');
});

import { describe, expect, it } from 'vitest';
import { findNames } from './find-names';

const namesIn = (text: string) => findNames(text).map(({ start, end }) => text.slice(start, end));

describe('findNames', () => {
  it.each<[string, string[]]>([
    ['I spoke to Sarah and it was fine', ['Sarah']],
    ['Mr. Vandersloot said no', ['Vandersloot']],
    ["my name is Xq'uli Zed", ["Xq'uli Zed"]],
    ['my name is lena andersson.', ['lena andersson']],
    ['Hi Rob,\nthanks, Will', ['Rob', 'Will']],
    ['Best regards,\nJane Doe', ['Jane Doe']],
    ['agent Grace helped me; Mark told me so', ['Grace', 'Mark']],
    ['Je m’appelle Amélie Poulain', ['Amélie Poulain']],
    ['Frau Müller war nett', ['Müller']],
    ['Ludwig van Beethoven and John F. Xander', ['Ludwig van Beethoven', 'John F. Xander']],
    ["Sarah's order", ['Sarah']],
    ['What is your last name? Xanadoo', ['Xanadoo']],
    ['Peter Zwegat came. Zwegat left.', ['Peter Zwegat', 'Zwegat']],
    ['SARAH WAS GREAT', ['SARAH']],
    ["I was at Sarah's wedding", ['Sarah']],
    ["put annie's baby shower on my calendar and text marie", ['annie', 'marie']],
    ['you can call me adam, i go by brad', ['adam', 'brad']],
    ['MS CLEE WAS KIND', ['CLEE']],
    ['Psychologist Katherine and Matron Anne were kind', ['Katherine', 'Anne']],
  ])('finds %s', (text, names) => expect(namesIn(text)).toEqual(names));

  it.each([
    'Will you help? Mark my words. Rose wine. April was fine. Grace period. Jira is slow.',
    'Chase, Wells Fargo, Charles Schwab and JP Morgan',
    "An evening at Sammy's is long. A bucket from Sam's, and more.",
    'is there a good hotel in evans',
    'play god’s plan by drake, then the elvis playlist, at luigi’s or chez francois',
    "why did macy's decline my edison bill",
    'la carte n’est pas très claire',
    'I am supposed to save things in MS Word',
    'I called FICO after hurricane Irma',
    'No room on Winifred 2, left on Jan 13th',
    'La carte Club Botanic',
    'Russ Pizza serves lasagna',
    'In San Jose, at St. James Hospital and on Victoria Street',
    'my name is not shown and my name is spelled wrong',
    'Mr XXXX at XXXX XXXX',
    'Plan B Option, Vitamin D Tablets, Type C Cable',
    'Great App. Excellent Service. Love It. The Team was Helpful.',
    'iPhone, YouTube, GitHub Actions, Google Drive, Microsoft Teams',
    'Thanks, will do. Hi Team, Dear Customer Service,',
    'Der Kunde war sehr zufrieden mit dem Service und der Beratung.',
    'Le Service Client de Botanic',
    'sarah@mail.example and https://x.example/Sarah',
    '[name] [iban] [address]',
  ])('finds nobody in %s', (text) => expect(namesIn(text)).toEqual([]));
});

import type { ThemeText } from './theme-text';

/** Written solely by accounts that have already left. */
export const closingAccount: ThemeText = {
  subjects: [
    '{Still charged|Charged} after {cancellation|cancelling}',
    'Refund {request|for unused months}',
    'Please close our account',
    'Deletion of our data after cancellation',
    'Cancellation {confirmation|not processed}',
  ],
  complaints: [
    'we {cancelled|terminated} {on <weekday>|<n> weeks ago|in <month>} and {are still being charged|the card was charged again}',
    'closing {our|an} account {is a nightmare|takes <n> mails and a phone call|should not need three departments}',
    "{I'm|we are} {still waiting|waiting for weeks} for {the|our} refund of the {unused months|remaining term}",
    'the refund {of <money> |}{you promised|we were promised} {never arrived|has not arrived}, {<days> days and counting|after cancelling in good time}',
    "{cancelling|the cancellation} {is hidden behind a form that doesn't submit|can only be done by phone, in US hours}",
    '{you|your team} {refuse|refuses} to refund the {annual fee|prepaid rest} although we {cancelled|left} {in time|within the notice period}',
    'I {asked for|requested} {our data to be deleted|deletion of our workspace} after we left and {nobody answers|got a sales call instead}',
    'no {confirmation|written confirmation} of our cancellation {to this day|after <n> requests}',
    '{former|ex} customers are {clearly not a priority|treated like air}: {refund ignored|account still open}',
    'our account was {closed|shut} {before we could fetch our data|the minute we cancelled}, {paid until month end|although the term ran on}',
    "{the|your} {retention|'win-back'} team {called <n> times|keeps calling}, but {closing the account|the refund} {still isn't done|takes forever}",
    "{leaving|getting out} {is|was} {harder than joining|a full-time job}, {the cancel button leads to a chat that's offline|cancellation by fax would be easier}",
    "{we've left|we have left}, please {stop charging|stop debiting} {the card|us} and {refund|pay back} {<money>|the last charge}",
    '{got|received} {a dunning letter|a collection notice} for a subscription we {cancelled|terminated} in <month>',
    '{cancellation fee|an early termination fee} of <money> {came out of nowhere|was never mentioned}, {we dispute it|I want it refunded}',
    "the account {shows as|is still} 'active' {<n> weeks after|although} we {closed it|cancelled}",
  ],
  details: [
    '{cancellation|our cancellation} {was confirmed by|went to} <person> {by mail|on the phone}',
    'the {last|latest} charge was <money> on {the 1st|the 3rd|the 15th}',
    '{our bank|the card company} {will reverse|is reversing} the charge {otherwise|if this goes on}',
    '{the notice period|notice} was {kept|30 days, we gave 45}',
    "{I've|I have} {written|mailed} <n> times {about the refund|since we left}",
    '{under|according to} {GDPR|the law} you have {a month|30 days} to {delete|erase} {it|our data}',
    'nobody {works with|has logged into} it {since we left|any more}',
  ],
  effects: [
    "{that's|this is} a {poor|sad} {goodbye|ending} after <n> years {as a customer|}",
    "{we might have come back|I would have recommended you}, {not after this exit|now I won't}",
    '{our lawyer|legal} {is drafting a letter|will take it from here}',
    "{blocking|we're blocking} the card {is the next step|today}",
  ],
  praise: [
    '{cancelling|closing the account} was {quick|painless} and the refund {came within a week|was fair}',
    'we left for budget reasons, the {off-boarding|hand-over of our data} was {fine|decent}',
  ],
  requests: [
    'please {confirm|confirm in writing} that {the account is closed|our cancellation went through}',
    'please refund {the last charge|the unused part of the year}',
    '{delete|erase} {all our data|our workspace} and {confirm|send the confirmation}',
    'who do I {talk to|contact} about {the refund|closing the account}?',
  ],
  terse: [
    'refund{| please| now}!',
    '{cancelled|left} and still charged',
    'close our account',
    'no refund',
    "can't {cancel|close the account}",
  ],
  tersePraise: ['refund came quickly'],
  staff: [
    "I'm sorry to see you go, and for the charge. I have asked for the refund; it takes five to ten working days to reach your card.",
    'Your workspace is now marked for deletion. You will get a confirmation once the backups have expired, after 30 days.',
    'The cancellation had not reached our billing system. It has now, with the date of your first message.',
  ],
};

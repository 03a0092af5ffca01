/** Sentences that give away personal data: reserved domains, 555 numbers and the card schemes' published test numbers only. */
export const personalData: readonly string[] = [
  '{you can reach me at|my direct mail is|please reply to} <privateEmail>',
  '{call me on|my mobile is|ring me at|reach me on} <phoneNumber>{|, mornings are best|, any time}',
  '{please also copy|add} <privateEmail> {to this thread|, she is my deputy|on your reply}',
  'my {username|login} is <privateEmail>{|, in case you need it}',
  'my name is <fullName>, {phone|tel.} <phoneNumber>',
];

export const paymentData: readonly string[] = [
  'the card {on file|we use} is {4242 4242 4242 4242|4111 1111 1111 1111|5555 5555 5555 4444|4000-0566-5566-5556}{|, exp 08/29|, expires 11/28}',
  '{our IBAN|the account to pay into} is {DE89 3704 0044 0532 0130 00|GB82 WEST 1234 5698 7654 32|FR14 2004 1010 0505 0001 3M02 606}',
  '{send the paperwork|please write} to <privateEmail> {or call|or ring} <phoneNumber>',
];

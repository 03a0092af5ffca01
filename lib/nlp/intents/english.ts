import { anyPlace, endsWithin, type IntentPatterns } from './intent';

const SUPPLIER =
  '(?:providers?|vendors?|suppliers?|tools?|compan(?:y|ies)|banks?|apps?|services?|products?|solutions?|platforms?|carriers?|insurers?|software|systems?|brands?|shops?|stores?)';
const CONTRACT =
  '(?:subscriptions?|accounts?|contracts?|memberships?|plan|licen[cs]es?|services?|policy|renewal|agreement)';
const MAIL = '(?:email|(?:e-)?mail)';
const OFTEN = `(?:twice|repeatedly|again and again|over and over|every (?:single )?time|(?:two|three|four|five|six|seven|eight|ten|several|many|multiple|countless|numerous|[2-9]|\\d\\d) (?:different |separate )?(?:times|people|calls|${MAIL}s|agents|departments|attempts|visits))`;
/** What is cancelled in the course of business, by customers who stay. */
const ERRAND =
  '(?:meetings?|appointments?|orders?|bookings?|trips?|flights?|calls?|visits?|reservations?|events?|payments?|transfers?|requests?|transactions?|purchases?|items?|cards?|jobs?|uploads?|downloads?|class(?:es)?|lessons?|deliver(?:y|ies)|tickets?|tasks?|button|out)';
/** Between the words of a pattern; a negation there denies it. */
const WORD = '(?!(?:not|never|no|without) )\\w+';

/** Who puts it back after taking it off stays. */
const INSTALLED_AGAIN = '(?:re[- ]?(?:install|download)|install(?:ed|ing)? (?:it )?(?:back|again))';
/** Hard for whom is praised: "the nurses work really hard to help"; and what is hard to do wrong. */
const PRAISED_AS_HARD = '(?:put down|beat|resist|fault|leave|choose|pick|get lost|go wrong)';
/** Of a body, not of a business. */
const PHYSICAL = '(?:walk|stand|sit|move|swallow|eat|breathe|touch|sleep)';

/** Tools that a business moves its work to. */
const RIVAL_TOOL = '(?:hubspot|salesforce|zendesk|intercom|freshdesk|pipedrive|zoho|asana|notion|jira|slack)';
const COUNT =
  '(?:[3-9]|\\d\\d+|three|four|five|six|seven|eight|nine|ten|a dozen|several|many|countless|numerous)';

export const ENGLISH_INTENTS: IntentPatterns = {
  denied: endsWithin(
    "not|never|cannot|\\w+n't|no|nothing|nor|neither|without|nobody|hardly|rarely|(?:nothing|little) (?:is|was)|(?<!(?:can|could|would|will|need|want|like|ask) )you|they|he|she|you(?:'ve| have|'re| are)|they(?:'ve| have|'re| are)|instead of|rather than|used to",
    3,
    "and|but|so|or|because|then|believe|wait|stand|understand|sure|i|we|i'm|we're|i'll|we'll|if",
  ),
  done: endsWithin(
    '(?:re)?solved|fixed|replied|answered|responded|helped|came|sent|done|handled|dealt|sorted|reacted|shipped|refunded|arrived|arranged|ordered|booked|home',
    3,
    'and|but',
  ),
  clear: {
    churn: anyPlace([
      `(?:cancel(?:l?ing|led)?|terminat(?:e|ed|ing)|end(?:ing)?|quit(?:ting)?|drop(?:ping)?) (?:my|our|the|this) (?:\\w+ ){0,2}?${CONTRACT}(?! (?:appointment|call|visit|button|page|screen|request|form|period|date))`,
      '(?:delet(?:e|ing)|clos(?:e|ing)|deactivat(?:e|ing)|terminat(?:e|ing)|discontinu(?:e|ing)|remov(?:e|ing)|shut(?:ting)? down|disabl(?:e|ing)|clos(?:e|ing) (?:down|out)) (?:my|our) (?:\\w+ )?accounts?',
      '(?:deleted|closed|deactivated) my account',
      '(?:want|like|need|wish|(?:can|could) (?:you|i)|please|how do (?:i|you)) (?:to )?(?:have )?(?:delete|close|deactivate|terminate|discontinue|disable|shut down|get rid of) (?:(?:the|this|an) )?account',
      "(?:i|we)\\b[^.!?,;]{0,25}(?:not|n't|never)\\b[^.!?,;]{0,20} renew(?:ing)?",
      'tak(?:e|ing) (?:my|our) (?:business|money|custom) elsewhere',
      '(?:switch(?:ing|ed)?|mov(?:e|ing|ed)|go(?:ing)?|chang(?:e|ing|ed)|migrat(?:e|ing|ed)) (?:over )?to (?:\\w+ ){0,3}?(?:competitors?|competition|rivals?)',
      `(?:switch(?:ing|ed)?|mov(?:e|ing|ed)|chang(?:e|ing|ed)|migrat(?:e|ing|ed)|leav(?:e|ing)|go(?:ing)?) (?:over |on )?(?:to |for |with )?(?:another|a different|some other) (?:\\w+ )?${SUPPLIER}`,
      '(?:switch(?:ing|ed)?|chang(?:e|ing|ed)) (?:providers?|vendors?|suppliers?|carriers|banks|insurers)',
      '(?:look(?:ing|ed)?|search(?:ing)?|shop(?:ping)?|evaluat(?:e|ing)|consider(?:ing)?|explor(?:e|ing)|research(?:ing)?) (?:at |for |into |around (?:for )?)?(?:an |some |other |several |possible |your |serious )*(?:alternatives?|competitors?|other (?:providers|vendors|suppliers|tools|platforms|solutions))(?! (?:chart|route|way|date|payment|text|colou?r|layout|method|address|medicine|treatment|spelling)s?)',
      'taking (?:my|our) \\w+ elsewhere',
      '(?:cancel(?:l?ing|led)?) (?:subscription|membership|contract)(?! (?:appointment|call|visit|button|page|screen|link|option|request|form|period|date))|^(?:my |our )?(?:subscription|membership|contract) (?:is |now )?cancell?ed(?! (?:by|without|due|because))',
      "^(?:so |and )?(?:(?:will|would|shall) (?:definitely |certainly )?(?:not|never)|won't) (?:be )?renew(?:ing)?|^(?:definitely )?not renewing",
    ]),
    effort: anyPlace([
      `(?:had|have|having|need(?:ed)?) to (?:\\w+ ){0,2}?(?:call|phone|ring|${MAIL}|write|contact|chase|ask|explain|repeat|try|visit|go|log|send|submit|fill|re-?enter|reset|restart|follow up|come back)(?: ${WORD}){0,4}? ${OFTEN}`,
      `(?<!(?:has|only|never) )(?:called|phoned|rang|${MAIL}ed|wrote|contacted|chased|asked|explained|tried|messaged|complained)(?: ${WORD}){0,4}? ${OFTEN}`,
      `(?:spent|wasted|lost)(?: ${WORD}){0,3}? (?:hours?|days|weeks|ages)(?: ${WORD})? (?:on the phone|on hold|trying|setting|figuring|finding out|working out|waiting|searching|looking|with (?:your )?support|to (?:get|find|fix|set))`,
      `(?:took|takes|taken)(?: ${WORD}){0,2}? (?:hours|days|weeks|months|ages|forever)(?: ${WORD})? (?:to|before|until)`,
      '(?:passed|transferred|bounced|sent|handed|shunted) (?:\\w+ )?(?:back and forth|around between|from (?:one|person|department|pillar|desk|agent))',
      'too (?:many|much) (?:\\w+ )?(?:steps|clicks|effort|hoops|forms|hassle|paperwork|screens)',
      'jump(?:ing|ed)? through (?:\\w+ )?hoops',
      '(?:such a|a real|a huge|too much of a|a total|what a) (?:hassle|chore|struggle|faff)',
    ]),
    urgency: anyPlace([
      'asap|a\\.s\\.a\\.p|urgent(?:ly)?(?! care| treatment| clinic| appointment| that you (?:do not|don.t|never))|time[- ]sensitive|show-?stopper',
      `(?:production|prod|checkout|(?:our|the|your|whole|entire) (?:\\w+ )?(?:site|website|system|server|service|platform|shop|store))(?: ${WORD})? (?:is|are|has been|went)(?: ${WORD})? (?:down|offline|broken|dead)|production (?:down|outage|stopped)`,
      `(?:we|i|team|users?|everyone|work|project|release|staff|customers)(?:'re|'m| are| am| is)(?: ${WORD})? (?:blocked|unable to work)`,
      'block(?:er|ing) (?:for )?(?:us|our|me|the (?:release|launch|team)|everything|production|work)',
      "can(?:'t|not) wait any longer",
    ]),
  },
  likely: {
    churn: anyPlace([
      `(?:i|we)(?:'m|'re|'ll| am| are| will| may| might| have decided to| decided to| want to| need to| would like to| plan to| must)(?: (?!not|never)\\w+){0,3}? cancel(?:l?ing|led)?(?!(?: ${WORD}){0,3} ${ERRAND})`,
      '(?:and|so|or) (?:will|might|may) (?:now |soon )?cancel',
      `(?:will|we'll|i'll|going to)(?: now| have to| probably)? (?:move|switch|migrate|go)(?: over)? to ${RIVAL_TOOL}|(?<=we )(?:have |already |just ){0,2}(?:moved|switched|migrated)(?: over)? to ${RIVAL_TOOL}(?! (?:and love|because))`,
      '(?<!tr(?:ied|y) )(?:delet|remov)(?:ed|ing) (?:the|this|your) app(?![^.!?]{0,60}(?:install|download|reload|again))',
      '(?<!(?:before|since|after) )switch(?:ing)? (?:over )?to (?:hubspot|salesforce|zendesk|intercom|slack|jira|asana|notion|google|microsoft|android|iphone|apple|samsung|spotify|netflix|garmin|fitbit|paypal|revolut)(?! (?:mode|sign-?in|log-?in|version|view|theme))',
      "(?:last|final) (?:time|order|purchase|booking) (?:that )?(?:i|we)(?:'ll)? ?(?:will )?(?:ever )?(?:be )?(?:buy|order|use|shop|stay|come|book|place|make)(?:ing)?",
      `(?:i|we)(?:'ll| will| would|'d| shall) (?:definitely |certainly )?never (?:\\w+ ){1,5}?again|(?:i|we) (?:won't|will not|will never) (?:be )?(?:com(?:e|ing) back|return(?:ing)?(?! (?:the|my|it|this|an?))|(?:us|buy|order|shop|book)(?:e|ing)?(?: ${WORD}){0,4}? again)`,
      "(?:i'm|we're|i am|we are) (?:so )?(?:done|through) with (?:you|this|your|them|these)",
      '(?:think(?:ing)?|consider(?:ing)?|tempted|about|going|ready|time) (?:about|of|to)? ?(?:leav(?:e|ing)(?! (?:a|an|you a|the (?:house|office|room))\\b)|switch(?:ing)?(?! (?:to|between|off|on))|cancel(?:l?ing)?(?! (?:\\w+ ){1,3}' +
        ERRAND +
        ')|quit(?:ting)?|uninstall(?:ing)?)',
      `(?:(?:i|we|i'm|i've|am|will|just|now) uninstall(?:ing|ed)|be uninstalling|^uninstall(?:ing|ed))(?![^.!?]{0,30}${INSTALLED_AGAIN})`,
    ]),
    effort: anyPlace([
      `(?<!work(?:s|ed|ing)? )(?:too|so|very|really|extremely|incredibly|unnecessarily|far too|way too) (?:hard|difficult|complicated|cumbersome|tedious|time[- ]consuming|laborious|painful) to (?!${PRAISED_AS_HARD}|${PHYSICAL})\\w+`,
      `(?:a (?:real |huge |big )?pain|painful|a nightmare) to (?!beat|say|put|${PHYSICAL})\\w+|impossible to (?:reach|contact|get (?:hold|through|help|an?|any)|speak|talk|cancel|find|figure|understand|navigate|pair|connect|sync|set up|log|return)`,
      '(?:still|been) waiting (?:\\w+ ){0,2}?(?:for (?:an? )?(?:answer|response|reply|refund|call)|(?:hours|days|weeks|months))',
      `(?:waited|on hold)(?: ${WORD}){0,3}? (?:hours?|days|weeks|ages|(?:[3-9]\\d|thirty|forty) min(?:ute)?s)`,
      "still (?:no|have not had an?|haven't had an?) (?:answer|response|reply)|no (?:answer|response|reply) (?:after|for|in) (?:\\w+ )?(?:days|weeks|months|\\d+)",
      'cumbersome|time[- ]consuming|tedious|long-?winded',
      `(?:took|takes|taken)(?: ${WORD}){0,2}? ${COUNT} (?:${WORD} )?(?:${MAIL}s|calls|attempts|tries|messages|tickets|visits|chats)|(?:took|takes|taking) (?:absolutely |literally |me |us )*(?:ages|forever)`,
      `(?:had|have|having) to wait(?: ${WORD}){0,3}? (?:hours|days|weeks|months|ages|forever)`,
      'back and forth (?:for|over) (?:\\w+ ){0,2}(?:hours|days|weeks|months|ages)|(?:hours|days|weeks|months) of back and forth',
    ]),
    urgency: anyPlace([
      "(?:need|please|must|fix|help|respond|answer|reply|resolve|call|want)(?:\\s[\\w']+){0,7}? (?:immediately|right away|right now|at once|by (?:today|tonight|tomorrow|monday|friday|noon|end of)|before (?:tomorrow|tonight)|as soon as possible)",
      "as soon as (?:possible|you can)|(?:it's|it is|this is) (?:\\w+ )?an? (?:\\w+ )?emergency|right away please",
      'critical (?:issue|bug|outage|problem|error|for us)|(?:(?:as|with) (?:a )?(?:top|highest|high)|highest) priority|deadline (?:is )?(?:today|tomorrow|tonight|this week)',
      '(?:needs?|has|must|have) (?:to )?(?:be |get )?(?:fixed|resolved|solved|sorted|repaired|working)(?: \\w+)? (?:today|tonight|this morning|immediately|right now|at once)',
      '^(?:our |the |whole |entire ){0,2}(?:system|server|site|website|platform|service|checkout|network|production)s? down(?=[.!]*$| since| again)',
      '(?:losing|lose) (?:\\w+ )?(?:money|customers|sales|revenue|orders)',
      "(?:i'm|we're|i am|we are) (?:\\w+ )?stuck(?! (?:in traffic|at level|on level))",
    ]),
  },
};

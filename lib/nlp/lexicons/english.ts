import vaderWords from '../data/vader-words.json';
import { buildLexicon } from '../sentiment-lexicon';

/**
 * What customers mean by words that the general lexicon lacks or reads otherwise. General English hears "like",
 * "please" and "pretty" as praise; in feedback they compare, ask and weaken. Written by hand; each line has its reason.
 */
const CUSTOMER_FEEDBACK = {
  // Speed, failure and faults of products, absent from the general lexicon or too mild there.
  '-1.2': `
    slow slower slowly sluggish lag lags lagging laggy delay delays delayed waiting wait waited waits queue
    queues late overdue glitch glitches glitchy bug bugs buggy unstable timeout timeouts freeze freezes
    freezing frozen stuck expensive pricey overpriced costly noisy cold cramped crowded dirty dated outdated
    clunky cumbersome complicated unclear unresponsive inconsistent difficult hard harder unable cannot lack
    lacks lacking lacked shortage incorrect incorrectly wrong wrongly mistake mistakes error errors issue
    issues problem problems incomplete`,
  '-2': `
    crash crashes crashed crashing broken broke unusable uninstall uninstalled uninstalling unhelpful
    unprofessional rude refused ignored useless unreliable misleading confusing confused frustrating
    frustrated annoying appalling unacceptable disgusting unhygienic filthy nightmare overcharged
    incompetent faulty defective ruined ripoff unhappy dissatisfied disappointed disappointing
    disappointment poor poorly worse worst failed fails failing fail`,
  '-0.9': `
    refund refunds cancel cancelled canceled cancelling missing misses missed removed unsubscribe complaint
    complaints ads`,
  // Words of praise for products and service.
  '1.8': `
    fast faster quick quickly quicker prompt promptly efficient efficiently reliable smooth smoothly easy
    easily easier intuitive responsive informative attentive courteous polite approachable caring
    compassionate professional professionally professionalism knowledgeable thorough seamless convenient
    affordable punctual welcoming accommodating reassuring reassured supportive respectful spotless stable
    accurate flawlessly timely understanding`,
  '2.4': `
    excellent outstanding exceptional superb fantastic amazing awesome brilliant first_class second_to_none
    top_notch`,
  '1.5': `
    works_well works_great works_perfectly work_well recommend recommended recommends worth_it must_have
    listened explained`,
  // General words that carry no opinion in feedback.
  '0': `
    like please pretty help feeling feel number numb care cared treat treated patient patients interest
    interested share shares play playing game games want wanted want_to hope hoped party legal credit
    credits debt dispute disputes disputed fire alone top pain cancer operation emergency admit admitted
    charge charged charges critical serious security secure save saved yes well_as_well as_well no could_you
    could_i would_like not_urgent not_critical not_serious looks_like feels_like seems_like like_to kind_of chance matter energy create certain
    certainly block blocked drop dropped question questions discharged discharge low lower demand award
    trust united united_states vision clear_up`,
  '0.8': `
    ok okay fine alright decent acceptable reasonable adequate thanks thank thankyou`,
  // Praise and blame in several words.
  '2': `
    couldn't_have could_not_have can't_thank cannot_thank cant_thank can't_recommend nothing_but_praise
    cant_fault can't_fault cannot_fault couldn't_fault could_not_fault couldn't_be_better
    couldn't_be_happier could_not_be_better could_not_have_been_better couldn't_have_been_better
    nothing_bad nothing_negative nothing_to_dislike nothing_i_dislike nothing_i_don't_like can't_complain cannot_complain cant_complain no_complaints no_complaint no_problem no_problems no_issues no_issue nothing_to_improve
    nothing_to_complain nothing_to_fault keep_up_the_good keep_it_up five_stars 5_stars 5_star thumbs_up well_done
    well_looked_after looked_after_me looked_after at_ease made_me_feel_comfortable life_saver game_changer`,
  '-1.6': `
    too_long too_slow too_many too_much too_small too_big too_hot too_cold too_short too_late too_expensive
    too_hard too_complicated too_high too_far too_noisy could_be_better could_be_improved could_be_more
    could_be_quicker could_have_been could_do_better needs_improvement needs_improving needs_work
    need_improvement room_for_improvement needs_to_be need_to_be should_be should_have should_not not_enough
    not_working not_work doesn't_work cant_open cant_connect cant_access can't_connect can't_access does_not_work don't_work didn't_work stopped_working stops_working
    won't_open won't_load won't_work wont_work cant_log can't_log cannot_log can't_open no_longer no_one
    nobody no_reply no_response no_answer never_received still_waiting long_wait fed_up let_down put_off
    gave_up give_up ran_out run_out used_to_be better_communication more_staff more_information
    more_communication nothing_works nothing_worked nothing_really_works nothing_ever_works nothing_good don't_like dont_like do_not_like doesn't_like
    didn't_like didnt_like did_not_like don't_really_like do_not_really_like nothing_to_like`,
  // Wishes: said of what is not there.
  '-1': `
    would_be_better would_be_nice would_be_good would_be_great would_be_helpful would_be_useful
    would_have_been be_more be_better be_nice_to more_time less_noise wish wished i_wish if_only must_be
    please_fix please_add fix_it fix_this`,
  '-2.5': `
    waste_of waste_your waste_my rip_off sick_of sick_and_tired joke a_joke would_not_recommend
    wouldn't_recommend do_not_recommend don't_recommend never_again avoid stay_away don't_buy do_not_buy
    don't_waste do_not_waste zero_stars 0_stars 1_star one_star can't_stand screwed_up not_worth
    don't_bother do_not_bother not_happy not_good not_impressed thanks_for_nothing thank_you_for_nothing
    thanks_for_wasting thank_you_for_wasting`,
};

/** What befalls a company with its software, in words that only report: without these a plain complaint has no opinion word. */
const PLAIN_REPORTS = {
  '-1.8': `
    vanish vanishes vanished vanishing disappear disappears disappeared disappearing overwrites overwrote overwritten
    overwriting corrupts corrupted wiped outage outages downtime is_down was_down been_down goes_down went_down
    charged_twice charged_us_twice billed_twice double_charged double_billed unreachable does_not_match don't_match
    doesn't_match logs_us_out logging_us_out locked_out times_out timed_out stops_halfway nobody_answers no_one_answers
    nobody_replies cannot_log can't_log cannot_be_undone hassle hassles hassled`,
  '-1.2': `
    meh underwhelming nothing_special nothing_great duplicates duplicated blank hangs still_no still_not still_cannot still_can't still_missing workaround workarounds
    no_way_to no_means_to no_option_to no_ability_to no_possibility_to by_hand manually out_of_sync out_of_date idle without_a_fix without_result twice_as_expensive`,
  '1.8': `
    saves_us saves_me saves_our saves_my saves_time saved_us saved_me saved_our without_a_hitch without_trouble
    without_a_problem without_problems without_interruption no_trouble does_what_it does_what_we does_the_job does_its_job
    buy_again buy_it_again choose_again use_again do_without_it works_fine works_as just_works up_and_running
    pays_for_itself paid_for_itself straight_away indispensable effortless effortlessly`,
  '1': 'works resolved solved sorted fixed helped',
};

const words = (list: string): string[] => list.trim().split(/\s+/);
const joinAll = (starts: readonly string[], ends: string): string =>
  starts.flatMap((start) => words(ends).map((end) => `${start}_${end}`)).join(' ');

/** Troubles that are named as often to say that there are none. */
const TROUBLES = {
  '-0.9': `
    fuss hiccup hiccups snag snags downsides drawback drawbacks flaw flaws gripe gripes quibble quibbles niggle niggles
    nuisance shortcoming shortcomings breakdowns hurdle hurdles limitations`,
  '1.2': 'usable',
};
/** "Zero complaints", "hardly any bugs", "not a single crash", as much praise as "no problems". */
const NO_TROUBLES = {
  '2': joinAll(
    words('no zero without hardly_any barely_any without_any never_any not_a_single not_one not_any'),
    `complaint complaints bug bugs issue issues problem problems trouble troubles crash crashes outage outages downtime errors faults
     failures failure delays hassle fuss hiccup hiccups snag snags downsides drawbacks flaws gripes quibbles niggles shortcomings
     breakdowns hurdles regrets worries`,
  ),
};

const BETTER = 'better happier easier kinder nicer simpler smoother friendlier clearer faster quicker more';
/** What could be more so is not enough so. */
const NOT_ENOUGH = {
  '-1.6': joinAll(
    ['could_be', 'could_have_been', 'should_be', 'might_be', 'needs_to_be'],
    `${BETTER} cheaper shorter easier_to more improved`,
  ),
};

const NOT = words(
  "wont won't will_not wouldnt wouldn't would_not doesnt doesn't does_not didnt didn't did_not",
);
/** What a thing is for and does not do: "wouldn't start", "doesn't load". */
const FAILS = {
  '-1.6': joinAll(
    NOT,
    'work load open start launch respond connect sync synchronise synchronize save print export import update install upload download',
  ),
};

const COULD_NOT = words("couldn't could_not couldnt");
const COULD_NOT_BE = words(joinAll([...COULD_NOT, 'nothing_could'], 'be have_been'));
/** What could not be more so is so entirely. */
const UTMOST = {
  '2.4': joinAll(COULD_NOT_BE, BETTER),
  '-2.4': joinAll(
    COULD_NOT_BE,
    'worse slower harder ruder more_disappointed more_disappointing more_unhelpful more_frustrating',
  ),
};
const CONTENT = {
  '2.4': joinAll(COULD_NOT, 'ask_for_more ask_for_better ask_for_a_better ask_for_anything'),
};

/** Opinion in English without what was added for plain reports; the words of the table of word vectors come from it. */
export const GENERAL_VALENCES = [vaderWords, CUSTOMER_FEEDBACK];

/** English: the VADER word list (MIT, see data/README.md) under corrections for customer feedback. */
export const ENGLISH = buildLexicon({
  valences: [...GENERAL_VALENCES, PLAIN_REPORTS, TROUBLES, NO_TROUBLES, NOT_ENOUGH, FAILS, UTMOST, CONTENT],
  negations: `
    not no never none neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt
    couldnt shouldnt hasnt havent hadnt aint hardly barely rarely seldom zero`,
  absences: 'no zero without never hardly barely nil',
  lightWords: 'think believe say any',
  universals: 'everything all',
  exceptions: 'except apart_from aside_from other_than save_for bar_the',
  intensities: {
    '0.3': `
      very really extremely so absolutely totally completely incredibly highly super especially particularly
      truly deeply hugely exceptionally remarkably utterly thoroughly entirely fully quite such most more
      too always another`,
    '-0.3': `
      somewhat slightly bit little fairly rather partly kinda sorta occasionally sometimes almost less
      mildly`,
  },
  contrasts: 'but however unfortunately nevertheless except',
});

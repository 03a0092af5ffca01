import type { ThemeSlug } from './themes';

export type SamplePlan = 'Starter' | 'Team' | 'Enterprise';
export type SampleCurrency = 'USD' | 'EUR' | 'GBP';

export type SampleAccount = {
  externalId: string;
  name: string;
  domain: string;
  plan: SamplePlan;
  segment: 'SMB' | 'Mid-market' | 'Enterprise';
  industry: string;
  country: string;
  currency: SampleCurrency;
  /** Annual recurring revenue in minor units, each valid from its day on; oldest first. */
  arrHistory: { from: string; arrCents: number }[];
  startedAt: string;
  churnedAt: string | null;
  churnReason: string | null;
  renewalAt: string;
};

export type SampleContact = {
  externalId: string;
  name: string;
  email: string;
  title: string;
  accountExternalId: string;
};

export type SampleSurvey = { key: string; name: string; kind: 'nps' | 'csat' | 'ces'; question: string };

export type SampleResponse = {
  externalId: string;
  surveyKey: string;
  contactExternalId: string;
  /** NPS 0-10, CSAT 1-5, CES 1-7. */
  score: number;
  comment: string | null;
  submittedAt: string;
};

export type SampleMessage = {
  externalId: string;
  author: 'customer' | 'staff';
  text: string;
  at: string;
  /** Transcripts only: seconds from the start of the call. */
  offsetSeconds?: number;
};

export type SampleConversation = {
  externalId: string;
  kind: 'ticket' | 'transcript';
  subject: string;
  contactExternalId: string;
  startedAt: string;
  messages: SampleMessage[];
  /** 1-5, where the customer rated the ticket. */
  csatScore?: number;
};

export type SampleReview = {
  externalId: string;
  site: 'app_store' | 'g2' | 'google_play';
  rating: number;
  title: string;
  text: string;
  at: string;
  accountExternalId: string | null;
  contactExternalId: string | null;
  language: string;
};

/** Use of the product by one account in the week that starts on the Monday `week`. */
export type SampleUsage = { accountExternalId: string; week: string; activeUsers: number; sessions: number };

/** What was put into the data on purpose, for the product to find. Nothing else is associated with churn. */
export type PlantedTruth = {
  /** The ratio of the monthly churn hazard with a complaint in the window to that without one, by theme. */
  hazardRatios: Record<ThemeSlug, number>;
  /** Exposure in month m: a complaint in [start of m - lagDays - windowDays, start of m - lagDays). */
  windowDays: number;
  lagDays: number;
  driver: ThemeSlug;
  /** Said mostly by talkative accounts, which churn more for other reasons. */
  talkativeConfounder: ThemeSlug;
  /** Said only by accounts that have already left. */
  afterChurnOnly: ThemeSlug;
  surge: { theme: ThemeSlug; weekStartsOn: string };
  /** Complained of more often until its fix shipped on this day. */
  fix: { theme: ThemeSlug; shippedOn: string };
  /** Net promoter score falls from this day on because of the driver and the surge. */
  npsDrop: { from: string; approximateNpsPoints: number };
};

export type SampleWorkspace = {
  startDate: string;
  endDate: string;
  accounts: SampleAccount[];
  contacts: SampleContact[];
  surveys: SampleSurvey[];
  responses: SampleResponse[];
  conversations: SampleConversation[];
  reviews: SampleReview[];
  usageEvents: SampleUsage[];
  plantedTruth: PlantedTruth;
  /** Themes of every statement (response with comment, customer message, review) by its external id; tests only. */
  labels: Record<string, ThemeSlug[]>;
  /** The part of `labels` that is said as a problem. */
  problemLabels: Record<string, ThemeSlug[]>;
};

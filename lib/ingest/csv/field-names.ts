import type { AccountField, FeedbackField } from './fields';

/**
 * Words of a column's name as they are compared: lower case, no accents, split where case, digits or signs change:
 * `CaTicket` is "ca ticket", `customerID` is "customer id".
 */
export function normaliseName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// Names as `normaliseName` gives them, separated by commas, in English, French, German and Spanish, the most telling first. Left out on
// purpose: "annual revenue" of a CRM, which is the customer's own turnover and not what it pays us, and "created
// date", which is when its record was typed in and not when it became a customer.

/** Names under which exports of feedback carry a field. */
export const FEEDBACK_NAMES: Record<FeedbackField, string> = {
  text: [
    'text, feedback, feedback text, verbatim, comment, comments, commentaire, commentaires, kommentar',
    'comentario, comentarios, review text, review, review body, consumer complaint narrative',
    'narrative, complaint, explication, explanation, open ended response, message, body, content',
    'description, answer, avis, bewertungstext, opinion, texto, utterance, response text',
  ].join(', '),
  title: 'title, subject, summary, review title, headline, titre, sujet, betreff, titel, titulo, asunto',
  externalId: [
    'id, external id, response id, respondent id, ticket id, complaint id, review id, feedback id',
    'record id, case id, case number, event id, churn event id, survey response id, identifiant, uuid',
  ].join(', '),
  occurredAt: [
    'occurred at, date, date received, received at, submitted at, date submitted, created at, created',
    'date created, creation date, created date, timestamp, recorded date, end date, completed at',
    'response date, review date, reviewed at, responded at, churn date, datum, fecha, when, day',
    'date de creation, date de reponse, start date, time started, time, at',
  ].join(', '),
  accountExternalId: [
    'account id, account external id, company id, customer id, organization id, organisation id',
    'client id, tenant id, kundennummer, id client, id cliente, numero client',
  ].join(', '),
  accountName: [
    'account, account name, company, company name, customer, customer name, client, organization',
    'organisation, entreprise, societe, firma, kunde, empresa, cliente',
  ].join(', '),
  contactExternalId: [
    'contact id, user id, contact external id, external reference',
    'external reference external data reference, respondent, person id, reviewer id, author id',
    'member id',
  ].join(', '),
  contactEmail: [
    'email, e mail, email address, contact email, user email, customer email, recipient email',
    'requester email, reporter, courriel, mail, correo, adresse email, e mail adresse',
  ].join(', '),
  contactPhone: 'phone, phone number, mobile, mobile phone, telephone, telefon, telefono, portable, handy',
  contactName: [
    'contact name, user name, full name, respondent name, reviewer, reviewer name, author',
    'author name, requester, requester name',
  ].join(', '),
  npsScore: [
    'nps, nps score, score nps, likelihood to recommend, recommend, how likely, recommendation',
    'recommandation, weiterempfehlung, recomendacion, score, note',
  ].join(', '),
  csatScore: [
    'csat, csat score, satisfaction, satisfaction score, satisfaction rating, zufriedenheit',
    'satisfaccion',
  ].join(', '),
  rating: [
    'rating, stars, star rating, review rating, note, score, bewertung, etoiles, sterne, estrellas',
    'puntuacion, calificacion',
  ].join(', '),
  cesScore: 'ces, ces score, customer effort score, effort score, effort, customer effort',
  // Questions have no common names; see the survey exports.
  scaleScore: '',
  answerText: '',
  answerChoice: '',
  channel: 'channel, submitted via, via, distribution channel, source, canal, kanal',
  language: 'language, lang, user language, locale, langue, sprache, idioma',
  url: 'url, link, review url, permalink, lien',
  amount: [
    'amount, basket, basket value, order value, order total, order amount, purchase amount',
    'refund amount, ca ticket, ticket moyen, montant, panier, betrag, importe, monto, spend, revenue',
    'chiffre d affaires, umsatz',
  ].join(', '),
};

/** Names under which exports of accounts carry a field. */
export const ACCOUNT_NAMES: Record<AccountField, string> = {
  externalId: [
    'account id, external id, company id, customer id, client id, organization id, organisation id',
    'tenant id, record id, id, kundennummer, id client, id cliente, numero client, account number',
  ].join(', '),
  name: [
    'name, account name, company name, company, customer name, organization name, organisation name',
    'account, customer, client, nom, entreprise, societe, raison sociale, firma, firmenname, empresa',
    'nombre, cliente, kunde, kundenname, nom du client, nombre del cliente',
  ].join(', '),
  domain: [
    'domain, company domain name, company domain, email domain, website, web site, domaine, site web',
    'webseite, dominio, sitio web',
  ].join(', '),
  arr: [
    'arr, arr amount, annual recurring revenue, acv, annual contract value, contract value',
    'revenu annuel recurrent, jahresumsatz, arr usd, arr eur',
  ].join(', '),
  currency: 'currency, currency code, currency iso code, devise, wahrung, moneda, divisa',
  plan: 'plan, plan tier, plan name, subscription plan, tier, offre, formule, abonnement, tarif, edition',
  segment: 'segment, customer segment, size segment, segmento',
  industry: 'industry, sector, vertical, secteur, branche, industria, sector de actividad',
  country: 'country, country region, country code, billing country, pays, land, pais',
  startedAt: [
    'started at, signup date, signed up at, sign up date, start date, customer since',
    'subscription start, subscription start date, contract start, contract start date, activated at',
    'activation date, date de debut, client depuis, kunde seit, vertragsbeginn, fecha de inicio',
    'fecha de alta, started, start, since, customer start',
  ].join(', '),
  renewalAt: [
    'renewal at, renewal date, renews at, next renewal, contract end, contract end date',
    'date de renouvellement, vertragsende, fecha de renovacion, renewal, renews',
  ].join(', '),
  churnedAt: [
    'churned at, churn date, cancelled at, canceled at, cancellation date, cancelled on, churned on',
    'lost date, date de resiliation, kundigungsdatum, fecha de baja, fecha de cancelacion',
    'gekundigt am, gekundigt zum, resilie le, cancelado el',
    'churned, churn, cancelled, canceled, left, left at, left on, lost',
  ].join(', '),
  churned: 'churned, churn, churn flag, is churned, has churned, cancelled, canceled, resilie, gekundigt',
  churnReason: [
    'churn reason, reason code, cancellation reason, cancel reason, lost reason, motif de resiliation',
    'kundigungsgrund, motivo de baja',
  ].join(', '),
  arrReason: [
    'contraction reason, downgrade reason, expansion reason, arr change reason, change reason',
    'motif de baisse, grund der anderung, motivo del cambio',
  ].join(', '),
  ownerEmail: [
    'owner email, owner, company owner, account owner, csm, csm email, success manager',
    'account manager, responsable, betreuer',
  ].join(', '),
};

const DATE_FIELD_NAMES = new Set(
  [
    FEEDBACK_NAMES.occurredAt,
    ACCOUNT_NAMES.startedAt,
    ACCOUNT_NAMES.renewalAt,
    ACCOUNT_NAMES.churnedAt,
  ].flatMap((names) => names?.split(', ') ?? []),
);

/** Whether a column is called as a field of dates is. */
export function isDateField(name: string): boolean {
  return DATE_FIELD_NAMES.has(normaliseName(name));
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFile, hasDataSets, hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { profileColumns } from './columns';
import type { ImportTarget } from './fields';
import { guessMapping } from './mapping';
import { previewCsv } from './preview';

const HEAD_BYTES = 262_144;

function guessFile(path: string, target: ImportTarget) {
  const bytes = readFileSync(path);
  const { header, rows } = previewCsv(bytes.subarray(0, HEAD_BYTES), {
    isWholeFile: bytes.length <= HEAD_BYTES,
  });
  const guess = guessMapping(profileColumns(header, rows.slice(0, 1000)), target);
  const mapped = guess.columns.filter(({ field }) => field !== 'custom');
  const questions = guess.questions.map(
    (each) => `${each.kind} ${'field' in each ? each.field : each.column}`,
  );
  return { guess, questions, fields: Object.fromEntries(mapped.map(({ field, column }) => [field, column])) };
}

describe.runIf(hasDataSets('mappings guessed for real CSV files'))('real files', () => {
  const botanic = { externalId: 'id', npsScore: 'nps', text: 'explication' };
  const ravenstack = 'ravenstack_saas_churn/ravenstack';

  it.each([
    ['nps_botanic_fr/nps_original_cp1252.csv', { ...botanic, amount: 'CaTicket' }, ['currency CaTicket']],
    ['nps_botanic_fr/nps.csv', { ...botanic, amount: 'basket_eur' }, []],
    [
      'cfpb_complaints/with_narrative.csv',
      {
        text: 'Consumer complaint narrative',
        occurredAt: 'Date received',
        externalId: 'Complaint ID',
        channel: 'Submitted via',
        accountName: 'Company',
      },
      [],
    ],
    ['nhs_patient_feedback/phase1_single_label.csv', { text: 'feedback', accountName: 'organization' }, []],
    [
      'maalej_app_reviews/reviews.csv',
      { text: 'text', title: 'title', rating: 'stars', channel: 'source' },
      [],
    ],
    ['minibar_app_reviews/classification.csv', { text: 'text', rating: 'stars', language: 'lang' }, []],
    [
      `${ravenstack}_supports_ticket.csv`,
      {
        externalId: 'ticket_id',
        accountExternalId: 'account_id',
        occurredAt: 'submitted_at',
        csatScore: 'satisfaction_score',
      },
      ['missing-field text'],
    ],
    [
      `${ravenstack}_churn_events.csv`,
      {
        externalId: 'churn_event_id',
        accountExternalId: 'account_id',
        occurredAt: 'churn_date',
        text: 'feedback_text',
        amount: 'refund_amount_usd',
      },
      [],
    ],
    [
      'jupyter_surveys/2015-12-notebook-ux__20160115235816-SurveyExport.csv',
      {
        occurredAt: 'Date Submitted',
        text: 'What, if anything, hinders you from making Jupyter Notebook an even more regular part of your workflow?',
      },
      [],
    ],
    [
      'jupyter_surveys/2016-05-education-survey__responses.csv',
      { occurredAt: 'Timestamp', text: 'What are the biggest pain points for you in running your class?' },
      [],
    ],
    [
      'jupyter_surveys/2020-12-jupyter-survey__data__all_responses.csv',
      { externalId: 'Respondent ID' },
      ['missing-field text'],
    ],
    ['jupyter_surveys/open_text_themes_2015.csv', { text: 'text', contactExternalId: 'respondent' }, []],
  ])('maps feedback of %s', (path, fields, questions) => {
    const found = guessFile(dataFile(path), 'feedback');
    expect(found.fields).toEqual(fields);
    expect(found.questions).toEqual(questions);
  });

  it('names the unnamed first column of the French survey and leaves it out', () => {
    const { guess } = guessFile(dataFile('nps_botanic_fr/nps_original_cp1252.csv'), 'feedback');
    const custom = guess.columns.filter(({ field }) => field === 'custom').map(({ column }) => column);
    expect(custom.sort()).toEqual(['NbPassageKS', 'intention', 'satisfaction', 't']);
  });

  it.each([
    [
      `${ravenstack}_accounts.csv`,
      {
        externalId: 'account_id',
        name: 'account_name',
        industry: 'industry',
        country: 'country',
        plan: 'plan_tier',
        startedAt: 'signup_date',
        churned: 'churn_flag',
      },
      ['churned-without-date churn_flag'],
    ],
    [
      `${ravenstack}_churn_events.csv`,
      { externalId: 'account_id', churnedAt: 'churn_date', churnReason: 'reason_code' },
      [],
    ],
    [
      `${ravenstack}_subscriptions.csv`,
      {
        externalId: 'account_id',
        arr: 'arr_amount',
        plan: 'plan_tier',
        startedAt: 'start_date',
        churned: 'churn_flag',
      },
      ['currency arr_amount', 'churned-without-date churn_flag'],
    ],
    [
      'ibm_telco_churn/telco_churn.csv',
      { externalId: 'customerID', churned: 'Churn' },
      ['churned-without-date Churn'],
    ],
  ])('maps accounts of %s', (path, fields, questions) => {
    const found = guessFile(dataFile(path), 'accounts');
    expect(found.fields).toEqual(fields);
    expect(found.questions).toEqual(questions);
  });

  it('finds days before months in ravenstack', () => {
    const { guess } = guessFile(dataFile(`${ravenstack}_accounts.csv`), 'accounts');
    expect(guess.columns.find(({ field }) => field === 'startedAt')?.options).toEqual({
      dateFormat: 'day-month-year',
    });
  });
});

describe.runIf(hasShapes('mappings guessed for exports of other products'))(
  'exports of other products',
  () => {
    it.each([
      [
        'surveymonkey_condensed.csv',
        'feedback',
        {
          externalId: 'Respondent ID',
          occurredAt: 'End Date',
          npsScore: 'How likely is it that you would recommend us to a friend or colleague?: Score',
          text: 'What is the main reason for your score?: Open-Ended Response',
        },
      ],
      [
        'qualtrics_export.csv',
        'feedback',
        {
          externalId: 'ResponseId',
          occurredAt: 'RecordedDate',
          npsScore: 'Q1: How likely are you to recommend us?',
          text: 'Q2: Why?',
          channel: 'DistributionChannel',
          language: 'UserLanguage',
        },
      ],
      [
        'jira_import.csv',
        'feedback',
        { title: 'Summary', text: 'Description', occurredAt: 'Date Created', contactEmail: 'Reporter' },
      ],
      [
        'linear_export.csv',
        'feedback',
        { externalId: 'ID', title: 'Title', text: 'Description', occurredAt: 'Created' },
      ],
      [
        'lumoa_conversation.csv',
        'feedback',
        { externalId: 'ExternalId', text: 'Comment', occurredAt: 'Date' },
      ],
      [
        'hubspot_companies.csv',
        'accounts',
        {
          externalId: 'Record ID',
          name: 'Company name',
          domain: 'Company Domain Name',
          industry: 'Industry',
          country: 'Country/Region',
          ownerEmail: 'Company owner',
        },
      ],
      [
        'salesforce_accounts.csv',
        'accounts',
        {
          externalId: 'Id',
          name: 'Name',
          domain: 'Website',
          industry: 'Industry',
          country: 'BillingCountry',
        },
      ],
    ] as const)('maps the export %s as %s', (name, target, fields) => {
      expect(guessFile(shapeFile(name), target).fields).toEqual(fields);
    });
  },
);

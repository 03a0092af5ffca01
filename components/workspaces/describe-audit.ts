import { type Role, roleNames } from '@/lib/auth/permissions';

/** Words for every action that our code writes; a test holds them against it. */
export const actionWords: Record<string, string> = {
  'account.deleted_at_source': 'Accounts that their CRM has deleted',
  'account.kept_apart': 'Two accounts said to be different companies',
  'account.merge_undone': 'Merge of two accounts undone',
  'account.merged': 'Two accounts merged into one company',
  'account.owner_changed': 'Account given to somebody',
  'account.weight_changed': 'Strategic weight changed',
  'account.written_by_api': 'Accounts written by a program',
  'account.written_by_source': 'Accounts written by a connector',
  'alert.answered': 'Alert answered',
  'alert.rule_changed': 'Alert rule changed',
  'api_key.created': 'API key made',
  'api_key.revoked': 'API key revoked',
  'connector.changed': 'Connector changed',
  'connector.created': 'Connector set up',
  'connector.removed': 'Connector removed',
  'connector.resumed': 'Connector goes on',
  'connector.started': 'Connector started by a person',
  'connector.stopped': 'Connector stopped',
  'contact.kept_apart': 'Two contacts said to be different people',
  'contact.data_read': 'All that is held about a person handed out',
  'contact.erased': 'Person erased',
  'contact.merge_undone': 'Merge of two contacts undone',
  'contact.merged': 'Two contacts merged into one person',
  'export.created': 'Data exported',
  'feedback.kind_corrected': 'Kind of feedback corrected',
  'feedback.original_read': 'Original of a redacted text read',
  'feedback.sentiment_corrected': 'Sentiment corrected',
  'feedback.theme_added': 'Theme added to feedback',
  'feedback.theme_removed': 'Theme removed from feedback',
  'feedback.theme_review_taken_back': 'Answer about a theme taken back',
  'feedback.theme_sentiment_corrected': 'Sentiment about a theme corrected',
  'hook.created': 'Address for webhooks made',
  'hook.deliveries_retried': 'Webhook messages read again',
  'hook.mapping_changed': 'Mapping of a webhook address changed',
  'hook.removed': 'Address for webhooks removed',
  'hook.secret_replaced': 'Secret of a webhook address replaced',
  'import.cancel_requested': 'Import cancelled by a person',
  'import.cancelled': 'Import stopped before its end',
  'import.failed': 'Import failed',
  'import.removed': 'Uploaded file discarded',
  'import.resumed': 'Import continued',
  'import.started': 'Import started',
  'import.succeeded': 'Import finished',
  'import.undo_requested': 'Undo of an import requested',
  'import.undone': 'Import undone',
  'import.uploaded': 'File uploaded',
  'invitation.withdrawn': 'Invitation withdrawn',
  'issue.created': 'Issue made by hand',
  'issue.evidence_pinned': 'Statement pinned to an issue',
  'issue.evidence_unpinned': 'Statement unpinned from an issue',
  'issue.first_part_set': 'Set who got a fix first',
  'issue.link_added': 'Link added to an issue',
  'issue.link_removed': 'Link removed from an issue',
  'issue.merge_undone': 'Merge of issues undone',
  'issue.merged': 'Issues merged',
  'issue.share_revoked': 'Link to issues ended',
  'issue.shared': 'Link to issues made for people outside',
  'issue.split': 'Issue split',
  'issue.ticket_created': 'Ticket of an issue made in another system',
  'issue.ticket_failed': 'Ticket of an issue could not be made',
  'issue.ticket_requested': 'Ticket of an issue asked for in another system',
  'issue.updated': 'Issue changed',
  'issue_view.removed': 'Saved view removed',
  'issue_view.saved': 'View of the issues saved',
  'issues.ranking_requested': 'New ranking of issues requested',
  'member.invited': 'Member invited',
  'member.joined': 'Invitation accepted',
  'member.password_changed': 'Password changed',
  'member.removed': 'Member removed',
  'member.role_changed': 'Role changed',
  'quality.sample_drawn': 'Sample drawn to measure the engine',
  'setting.changed': 'Setting changed',
  'setting.cost_to_serve_changed': 'Cost to serve changed',
  'setting.churn_comparison_changed': 'Comparison for churn changed',
  'setting.currency_rates_changed': 'Exchange rates changed',
  'setting.ranking_weights_changed': 'Ranking weights changed',
  'setting.redaction_changed': 'Redaction settings changed',
  'survey.closed': 'Survey closed',
  'survey.created': 'Survey made',
  'survey.delivery_changed': 'Delivery of a survey changed',
  'survey.draft_saved': 'Draft of a survey saved',
  'survey.identity_secret_made': 'Secret for identified survey links made',
  'survey.published': 'Survey published',
  'survey.reopened': 'Survey opened again',
  'survey.response_accepted': 'Suspect survey answer accepted',
  'text_model.adapted': 'Text engine learned from the workspace',
  'text_model.cancelled': 'Learning of the text engine cancelled',
  'text_model.chosen': 'Model of the text engine chosen',
  'text_model.learning_changed': 'Learning by itself changed',
  'text_model.requested': 'Learning of the text engine requested',
  'text_model.rereading_continued': 'Reading anew continued',
  'text_model.rereading_requested': 'Reading all feedback anew requested',
  'text_model.rereading_stopped': 'Reading anew stopped',
  'text_model.tried': 'Text engine tried to learn, without gain',
  'theme.alert_level_changed': 'Alerts of a theme changed',
  'theme.created': 'Theme made',
  'theme.decision_undone': 'Decision about a theme undone',
  'theme.excluded': 'Theme set aside',
  'theme.imported': 'Theme imported',
  'theme.included': 'Theme taken in again',
  'theme.locked': 'Theme locked',
  'theme.merge_undone': 'Merge of themes undone',
  'theme.merged': 'Themes merged',
  'theme.moved': 'Theme moved',
  'theme.proposal_accepted': 'Proposed change of themes accepted',
  'theme.proposal_declined': 'Proposed change of themes declined',
  'theme.proposal_reopened': 'Declined change of themes proposed again',
  'theme.renamed': 'Theme renamed',
  'theme.split': 'Theme split',
  'theme.steered': 'Definition, words or examples of a theme changed',
  'theme.summarised': 'Theme summary written',
  'theme.summary_failed': 'Theme summary failed',
  'theme.summary_requested': 'Theme summary requested',
  'theme.unlocked': 'Theme unlocked',
  'themes.looked_for': 'New search for themes requested',
  'themes.discovery_cancelled': 'Looking for themes stopped',
  'themes.reassignment_cancelled': 'Assigning of comments stopped',
  'themes.reassignment_restarted': 'Assigning of comments started again',
  'transcript.stored': 'Transcript stored',
  'transcript.speaker_relabelled': 'Speaker of a conversation put on another side',
  'transcript.undone': 'Stored transcript taken back',
  'webhook.changed': 'Outgoing webhook changed',
  'webhook.created': 'Outgoing webhook made',
  'webhook.removed': 'Outgoing webhook removed',
  'webhook.secret_replaced': 'Secret of an outgoing webhook replaced',
  'webhook.turned_off': 'Outgoing webhook turned off',
  'webhook.turned_on': 'Outgoing webhook turned on',
  'workspace.created': 'Workspace created',
  'workspace.updated': 'Workspace changed',
};

/** An action of the audit trail in words; one of an earlier version is read from its name: `theme.split_off` is "Theme split off". */
export function describeAction(action: string): string {
  const words = actionWords[action] ?? action.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The details of an entry on one line: "from Viewer, to Administrator". */
export function describeDetails(details: unknown): string {
  if (typeof details === 'boolean') return details ? 'yes' : 'no';
  if (typeof details === 'string' && Object.hasOwn(roleNames, details)) return roleNames[details as Role];
  if (typeof details !== 'object') return String(details);
  if (details === null) return '–';
  if (Array.isArray(details)) return details.map(describeDetails).join(', ');
  // The database keeps names by their length, and would say "to" before "from".
  const entries = Object.entries(details).sort(([a], [b]) => Number(b === 'from') - Number(a === 'from'));
  return entries.map(([name, value]) => `${nameWords(name)} ${describeValue(value)}`).join(', ');
}

function describeValue(value: unknown): string {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isGroup ? `(${describeDetails(value)})` : describeDetails(value);
}

function nameWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

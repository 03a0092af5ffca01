// What nothing can be much faster than: `node bare.mjs PORT TABLE`, a Node http server that inserts one row for each request,
// in the database of DATABASE_URL, and does nothing else. The table is a plain one, or the product's own `responses`, whose
// other columns come from ROW, a JSON object.
import http from 'node:http';
import pg from 'pg';

const [port, table] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const row = JSON.parse(process.env.ROW ?? '{}');

const inserts = {
  bare_responses: ({ survey, responseId, answers }) => ({
    name: 'insert',
    text: 'INSERT INTO bare_responses (id, survey, answers, submitted_at) VALUES ($1, $2, $3, now())',
    values: [responseId, survey, answers],
  }),
  responses: ({ responseId, answers, channel, language }) => ({
    name: 'insert',
    text: `INSERT INTO responses (workspace_id, source_id, survey_id, survey_version_id, id, external_id, custom,
      submitted_at, started_at, completed_at, channel, language, revision)
      VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now(), now(), $8, $9, 1)`,
    values: [
      ...[row.workspaceId, row.sourceId, row.surveyId, row.versionId],
      ...[responseId, responseId, answers, channel, language],
    ],
  }),
};

const server = http.createServer((request, response) => {
  if (request.method !== 'POST') {
    response.end();
    return;
  }
  let text = '';
  request.on('data', (piece) => {
    text += piece;
  });
  request.on('end', async () => {
    await pool.query(inserts[table](JSON.parse(text)));
    response.setHeader('content-type', 'application/json');
    response.end('{"outcome":"saved"}');
  });
});
server.listen(Number(port), '127.0.0.1');

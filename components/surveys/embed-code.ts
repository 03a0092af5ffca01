/** What an owner copies into pages, e-mails and servers. */
export interface EmbedCode {
  link: string;
  script: string;
  inline: string;
  email: string;
  form: string;
  server: string;
}

/**
 * @param origin where this Verbatim answers, without a slash at its end
 * @param scores of the first question, for the scale inside an e-mail; none where it is not a scale
 */
export function embedCode(
  origin: string,
  { siteKey, surveyKey, scores }: { siteKey: string; surveyKey: string; scores: number[] },
): EmbedCode {
  const link = `${origin}/s/${surveyKey}`;
  return {
    link,
    script: `<script src="${origin}/verbatim.js" data-site="${siteKey}" defer></script>
<script>
  // Optional. Calls made before the script has come wait for it.
  window.verbatim = window.verbatim || [];
  // verbatim.push(['identify', TOKEN_FROM_YOUR_SERVER, { plan: 'Pro' }]);
  // verbatim.push(['track', 'order_placed']);
  // verbatim.push(['show', '${surveyKey}']);
  // verbatim.push(['reset']);  at sign-out
</script>`,
    inline: `<div data-verbatim-survey="${surveyKey}"></div>`,
    email: scores
      .map((score) => `<a href="${link}?via=email&c=TOKEN_OF_THE_PERSON&answer=${score}">${score}</a>`)
      .join('\n'),
    form: `<form method="post" action="${link}/answer">
  <!-- one field for each question, named by its key -->
  <input name="nps" type="number" min="0" max="10">
  <textarea name="why"></textarea>
  <button>Send</button>
</form>`,
    server: `// Node; any language that has HMAC does the same.
import { createHmac } from 'node:crypto';
const body = Buffer.from(JSON.stringify({ contact: user.id, email: user.email, account: user.companyId })).toString('base64url');
const token = body + '.' + createHmac('sha256', SECRET).update(body).digest('base64url');
// In a page: verbatim.identify(token). In a link: ${link}?c=TOKEN`,
  };
}

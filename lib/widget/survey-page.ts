import { shareResponse } from './other-tabs';
import { solve } from './proof';
import { saveWhileTyped } from './typing';

/** On a survey's page: saves what is being answered before it is sent, so that closing the page loses nothing. */
const form = document.querySelector('form');
const proof = form?.querySelector<HTMLInputElement>('[name=proof]');
const challenge = form?.dataset.challenge;
let isSolving = Boolean(challenge && proof);
let isSent = false;
/** Something was answered that the server has not acknowledged. */
let isUnsaved = false;

/** The work that the server asks of a browser, done while the person reads. */
const solved = (async () => {
  if (!challenge || !proof) return;
  proof.value = await solve(challenge);
  isSolving = false;
})();

/** Without waiting for anything where nothing is to be worked on: a page that is being closed does not wait. */
function save(): void {
  if (isSolving) void solved.then(send);
  else send();
}

function send(): void {
  if (!form || isSent) return;
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  if (![...fields].some(([name, value]) => name.startsWith('answer') && value)) return;
  fields.set('stay', '1');
  isUnsaved = false;
  const post = (keepalive: boolean) => fetch(form.action, { method: 'POST', body: fields, keepalive });
  // Browsers let no more than 64 kB outlive the page, and refuse to begin with more.
  post(`${fields}`.length < 6e4).then(
    ({ ok }) => {
      isUnsaved ||= !ok;
    },
    () => {
      isUnsaved = true;
    },
  );
}

/** Each save says all that stands in the form, so only the last one is of matter. */
function sendAgain(): void {
  if (isUnsaved) save();
}

if (form) saveWhileTyped(form, save);
const { tabs, fresh } = form?.dataset ?? {};
if (form && tabs) {
  shareResponse({
    name: `verbatim ${tabs}`,
    responseId: form.querySelector<HTMLInputElement>('[name=r]')?.value ?? '',
    isFresh: fresh !== undefined,
    openedAt: performance.timeOrigin,
    form,
    goTo(responseId) {
      const to = new URL(location.href);
      // What the address says of the other response's question and of when it was shown is not of this one.
      for (const name of ['q', 'm', 'problem']) to.searchParams.delete(name);
      to.searchParams.set('r', responseId);
      location.replace(to);
    },
  });
}
form?.addEventListener('submit', (event) => {
  if (!isSolving) {
    isSent = true;
    return;
  }
  event.preventDefault();
  void solved.then(() => form.requestSubmit());
});
addEventListener('online', sendAgain);
addEventListener('pagehide', sendAgain);
// Come back to by the browser's own button, it may be changed and sent again.
addEventListener('pageshow', () => {
  isSent = false;
});

import { make } from './element';
import type { ShownSurvey } from './site-survey';

/** Draws a survey's logo in its place. */
export type DrawLogo = (place: HTMLElement, survey: Pick<ShownSurvey, 'logo'>) => Promise<void>;

const { src = '' } = (document.currentScript as HTMLScriptElement | null) ?? {};

/**
 * Fetched and painted, not shown as a picture: a page's content-security policy allows our server to be asked, and need not allow
 * its pictures.
 */
window.verbatimLogo = async (place, { logo }) => {
  if (!logo) return;
  const response = await fetch(new URL(logo.path, src).href, { credentials: 'omit' }).catch(() => null);
  if (!response?.ok) return;
  const picture = await createImageBitmap(await response.blob());
  const { width, height } = picture;
  const canvas = make('canvas', {
    ...{ width, height },
    ...(logo.text ? { role: 'img', 'aria-label': logo.text } : { 'aria-hidden': 'true' }),
  });
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  place.replaceChildren(canvas);
};

/**
 * Elements are made one by one and styled by a constructed sheet: a page's strict content-security policy forbids HTML from
 * text and style attributes, and neither is needed.
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | boolean>,
  ...children: (Node | string | null | false | undefined)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...(children.filter(Boolean) as (Node | string)[]));
  return element;
}

/** A drawing of one path on a square of 24. */
export function drawPath(path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  setAttributes(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  const shape = document.createElementNS(namespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** A root of its own, which the styles of the page do not reach and whose styles do not reach the page. */
export function makeRoot(
  into: Element,
  css: string,
  direction = 'ltr',
): { host: HTMLElement; root: ShadowRoot } {
  const host = make('div', { 'data-verbatim': '', dir: direction });
  const root = host.attachShadow({ mode: 'open' });
  addStyle(root, css);
  into.append(host);
  return { host, root };
}

/** Adds a style to what a root has. */
export function addStyle(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function setAttributes(element: Element, attributes: Record<string, string | number | boolean>): void {
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== false) element.setAttribute(name, value === true ? '' : `${value}`);
  }
}

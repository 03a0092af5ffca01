/** Looks anew when a single-page application changes its address without loading. Many state the same one again and again. */
export function followAddress(look: () => void): void {
  let { href } = location;
  const follow = () => {
    if (href === location.href) return;
    href = location.href;
    look();
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name];
    history[name] = (...rest) => {
      change.apply(history, rest);
      setTimeout(follow);
    };
  }
  addEventListener('popstate', follow);
  // What goes on by the browser's newer way passes by all of these.
  window.navigation?.addEventListener('currententrychange', follow);
}

/** The first stop of the Tab key: past the navigation to the screen itself. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed left-4 top-3 z-50 -translate-y-20 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:shadow-float focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  );
}

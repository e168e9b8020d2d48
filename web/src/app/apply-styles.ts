/** Turns the preloaded style sheets of index.html (see tools/late-styles.ts) into real ones and waits for them. */
export function applyStyles(): Promise<unknown> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[data-sheet]')];
  return Promise.all(
    sheets.map(
      (link) =>
        new Promise((done) => {
          // Without its sheet the application is ugly but usable; waiting for ever would be worse.
          link.onload = done;
          link.onerror = done;
          link.rel = 'stylesheet';
        }),
    ),
  );
}

import type { Plugin } from 'vite';

/**
 * The style sheet is fetched early but applied by `applyStyles` of main.tsx: a style sheet of the page would hold back
 * the first paint, the mark of index.html. It stays at its place in <head>: before the sheets of lazy pages and before
 * the theme's variables, which are to win over Mantine's defaults.
 */
export function lateStyles(): Plugin {
  return {
    name: 'opora-late-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<link rel="stylesheet"', '<link rel="preload" as="style" data-sheet'),
    },
  };
}

// Size budget of the built application, gzip: the shell (entry and all it imports statically), each page on top of
// the shell, and the chart chunk, which only loads where a chart is shown.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const budget = { shell: 170, page: 110, chart: 200, css: 60 };
const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) {
    const packed = new URL(`${file}.gz`, dist);
    sizes.set(
      file,
      existsSync(packed) ? readFileSync(packed).length : gzipSync(readFileSync(new URL(file, dist))).length,
    );
  }
  return sizes.get(file);
};

/** Files that load together with a chunk: itself and everything it imports statically. */
function together(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) together(next, found);
  return found;
}
const js = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
const css = (keys) =>
  [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].reduce((sum, file) => sum + size(file), 0);
const kb = (bytes) => Math.round(bytes / 102.4) / 10;

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = together(entry);
const rows = [
  { what: 'shell', kB: kb(js(shell)), limit: budget.shell },
  { what: 'shell css', kB: kb(css(shell)), limit: budget.css },
];
/** What some page loads anyway before a chart is asked for. */
const pages = new Set(
  Object.keys(manifest)
    .filter((key) => manifest[key].src?.includes('app/routes/'))
    .flatMap((key) => [...together(key)]),
);
for (const key of Object.keys(manifest)) {
  const chunk = manifest[key];
  if (!chunk.isDynamicEntry) continue;
  const own = [...together(key)].filter((item) => !shell.has(item));
  if (chunk.src?.includes('app/routes/')) {
    const name = chunk.src.replace(/.*app\/routes\//, '').replace(/\?.*/, '');
    rows.push({ what: `page ${name}`, kB: kb(js(own)), limit: budget.page });
  } else if (chunk.src?.includes('ui/chart-')) {
    rows.push({ what: `chart ${chunk.src}`, kB: kb(js(own.filter((item) => !pages.has(item)))), limit: budget.chart });
  }
}
rows.sort((a, b) => b.kB - a.kB);
let failed = 0;
for (const { what, kB, limit } of rows) {
  const over = kB > limit;
  failed += over ? 1 : 0;
  console.log(`${over ? 'OVER ' : '     '}${String(kB).padStart(7)} kB of ${limit}  ${what}`);
}
process.exit(failed ? 1 : 0);

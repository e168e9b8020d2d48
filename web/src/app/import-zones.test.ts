import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(__dirname, '..');
/** Floors from the ground up; a file may import from its own floor and from those beneath. */
const floors: Record<string, number> = { api: 0, lib: 0, ui: 1, features: 2, app: 3 };

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^test\/|^api\/gen\/|routeTree\.gen|^main\.tsx$/.test(file),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].flatMap(([, path = '']) => {
    if (path.startsWith('@/')) return [path.slice(2)];
    return path.startsWith('.') ? [relative(src, resolve(src, dirname(file), path))] : [];
  });
}

const place = (path: string) => {
  const [floor = '', feature = ''] = path.split('/');
  return { floor, feature };
};

test('imports go app → features → ui → lib and api, and no feature imports another', () => {
  expect(files.length).toBeGreaterThan(40);
  const wrong = files.flatMap((file) => {
    const from = place(file);
    return importsOf(file)
      .filter((path) => {
        const to = place(path);
        const upward = (floors[to.floor] ?? 9) > (floors[from.floor] ?? -1);
        return upward || (to.floor === 'features' && from.floor === 'features' && to.feature !== from.feature);
      })
      .map((path) => `${file} → ${path}`);
  });
  expect(wrong).toEqual([]);
});

test('no barrel files', () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file) && !file.startsWith('app/routes/'))).toEqual([]);
});

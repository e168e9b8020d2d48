import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

// One generated file holds the calls of every page, so whoever needs one would load them all. Here it is cut by the first word of the
// address (`/api/v1/schools/…`); the file itself only passes on what its parts export. Types are checked on the whole file.
const generated = /\/api\/gen\/(?:sdk|@tanstack\/react-query)\.gen\.ts$/;
const partName = '?part=';
const sharedPart = 'shared';

interface Cut {
  head: string;
  parts: Map<string, string[]>;
}

const wordOf = (code: string) => /url: '\/(?:api\/v1\/)?([\w-]+)/.exec(code)?.[1];

/** Declarations of a generated file: blocks between empty lines, the comment of each aside. */
const declarations = (text: string) => text.split(/\n(?=export const )/);

function cut(file: string, words: Map<string, string>): Cut {
  const [head = '', ...all] = declarations(readFileSync(file, 'utf8'));
  const parts = new Map<string, string[]>();
  for (const code of all) {
    const name = /^export const (\w+)/.exec(code)?.[1] ?? '';
    const word = wordOf(code) ?? words.get(name.replace(/(?:QueryKey|Query|Mutation)$/, '')) ?? 'rest';
    words.set(name, word);
    parts.set(word, [...(parts.get(word) ?? []), code]);
  }
  return { head, parts };
}

/** Parts of the generated client load with the pages that use them; what the product grows by does not weigh on the shell. */
export function splitClient(): Plugin {
  const words = new Map<string, string>();
  const cuts = new Map<string, Cut>();
  const cutOf = (file: string) => {
    // The calls first: queries are named after them.
    const calls = file.replace('@tanstack/react-query', 'sdk');
    for (const one of [calls, file]) if (!cuts.has(one)) cuts.set(one, cut(one, words));
    return cuts.get(file) as Cut;
  };
  return {
    name: 'split-client',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const [file = '', part] = id.split(partName);
      if (!generated.test(file)) return null;
      const { head, parts } = cutOf(file);
      const own = `./${file.split('/').at(-1)}${partName}`;
      const shared = /const createQueryKey[\s\S]*?\n};\n/.exec(head)?.[0];
      const code =
        part === undefined
          ? [...parts.keys()].map((word) => `export * from '${own}${word}';`).join('\n')
          : part === sharedPart
            ? head.replace('const createQueryKey', 'export const createQueryKey')
            : `${shared ? head.replace(shared, `import { createQueryKey } from '${own}${sharedPart}';\n`) : head}\n${parts.get(part)?.join('\n')}`;
      // Nothing happens by loading a part, so one that nobody asks for is left out.
      return { code, moduleSideEffects: false };
    },
  };
}

/** Forms of a Russian noun beside a number: one (1, 21), few (2–4), many (0, 5–20). */
export type Forms = readonly [one: string, few: string, many: string];

const rules = new Intl.PluralRules('ru');

export function plural(count: number, [one, few, many]: Forms): string {
  const rule = rules.select(Math.abs(count));
  return rule === 'one' ? one : rule === 'few' ? few : many;
}

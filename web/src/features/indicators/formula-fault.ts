import type { FormulaFault } from '@/api/gen/types.gen';

const quotes = /^["«“„]|["»”“]$/g;

/** The text with the name that was likely meant in place of the misspelt one, which keeps its quotes. */
export function replaced(
  text: string,
  { position, length, nearest }: Pick<FormulaFault, 'position' | 'length' | 'nearest'>,
): string | null {
  if (!nearest || length === 0) return null;
  const wrong = text.slice(position, position + length);
  const [first = ''] = wrong.match(/^["«“„]/) ?? [];
  const [last = ''] = first ? (wrong.match(/["»”“]$/) ?? []) : [];
  const inner = wrong.replace(quotes, '');
  return inner === '' ? null : text.slice(0, position) + first + nearest + last + text.slice(position + length);
}

import type { DynamicsGroup, DynamicsMatrixCell } from '@/api/gen/types.gen';
import { schoolGenitive } from '@/api/terms';
import { formatOutOfNoun, formatPercent } from '@/lib/format';
import { ru } from './ru';
import type { Direction } from './search';

/** A share over fewer schools jumps with each of them, so it is marked. */
export const smallGroup = 10;

type Counted = Pick<DynamicsGroup, 'rising' | 'falling' | 'equal' | 'mixed' | 'withoutComparison'>;

/** All groups as one: shares are sums over sums, never means of shares. */
export function together(groups: readonly DynamicsGroup[]): DynamicsGroup | undefined {
  const [first, ...others] = groups;
  if (!first) return undefined;
  return others.reduce<DynamicsGroup>((sum, group) => {
    const share = {
      numerator: (sum.share?.numerator ?? 0) + (group.share?.numerator ?? 0),
      denominator: (sum.share?.denominator ?? 0) + (group.share?.denominator ?? 0),
    };
    return {
      key: '',
      name: '',
      rising: sum.rising + group.rising,
      falling: sum.falling + group.falling,
      equal: sum.equal + group.equal,
      mixed: sum.mixed + group.mixed,
      withoutComparison: sum.withoutComparison + group.withoutComparison,
      schools: sum.schools + group.schools,
      withheld: sum.withheld + group.withheld,
      share: share.denominator > 0 ? share : null,
      mean: null,
    };
  }, first);
}

export function countOf(group: Counted, direction: Direction): number {
  return direction === 'none' ? group.withoutComparison : group[direction];
}

export function isSmall(share: { denominator: number } | null | undefined): boolean {
  return share != null && share.denominator > 0 && share.denominator < smallGroup;
}

export function hasShare<T extends { share?: { numerator: number; denominator: number } | null }>(
  group: T,
): group is T & { share: { numerator: number; denominator: number } } {
  return group.share != null && group.share.denominator > 0;
}

/** Whether anybody could be compared: in «весь список» a share of nobody compared would read «0 %», as if all fell. */
export function isCompared(cell: DynamicsMatrixCell | undefined): boolean {
  return cell !== undefined && cell.rising + cell.falling + cell.equal + cell.mixed > 0;
}

/** «Рост у 50 из 71 школы (70,4 %)». */
export function headline(group: DynamicsGroup | undefined): string {
  if (!group || !hasShare(group)) return ru.noAnswer;
  return ru.headline(formatOutOfNoun(group.share, schoolGenitive), formatPercent(group.share));
}

/**
 * Groups that can be relied on first, by share from the highest; then those of few schools, whose 100 % of one school
 * would otherwise stand on top; without a share last. Equal shares: more schools first. Exact integers.
 */
export function sortGroups<T extends Pick<DynamicsGroup, 'share' | 'name'>>(groups: readonly T[]): T[] {
  const rank = (group: T) => (hasShare(group) ? (isSmall(group.share) ? 1 : 0) : 2);
  return [...groups].sort((a, b) => {
    const byRank = rank(a) - rank(b);
    if (byRank !== 0 || !hasShare(a) || !hasShare(b)) return byRank || a.name.localeCompare(b.name, 'ru');
    const byShare = b.share.numerator * a.share.denominator - a.share.numerator * b.share.denominator;
    return byShare || b.share.denominator - a.share.denominator || a.name.localeCompare(b.name, 'ru');
  });
}

export function cellOf(cells: readonly DynamicsMatrixCell[], subject: string): DynamicsMatrixCell | undefined {
  return cells.find((cell) => cell.subject === subject);
}

import type { GridColumn, GridIndicator, GridPart, IndicatorGrid } from '@/api/gen/types.gen';

/** One line of the grid: an indicator, or one of its parts. */
export interface Line {
  key: string;
  indicator: GridIndicator;
  part: GridPart;
  /** The first line of its indicator: it bears the name. */
  first: boolean;
  /** How many parts its indicator has besides the whole. */
  parts: number;
}

/** What of a period a cell holds: where its target starts, the target, what was reached. In the order of the table. */
export const fields = ['base', 'target', 'fact'] as const;
export type Field = (typeof fields)[number];

/** Where a cell stands: indicator and part, period, and what of it. */
export interface Spot {
  line: Line;
  column: GridColumn;
  field: Field;
}

/** A column of cells: of each period as many as are shown. */
export type Track = Pick<Spot, 'column' | 'field'>;

export function cellKey(line: Pick<Line, 'indicator' | 'part'>, period: string, field: Field = 'fact'): string {
  return [line.indicator.code, period, line.part.breakdown, field === 'fact' ? '' : field].filter(Boolean).join('@');
}

/** What a line has cells for: only the whole has targets. */
export const fieldsOf = (line: Line): readonly Field[] => (line.part.breakdown ? ['fact'] : fields);

export const tracksOf = (columns: readonly GridColumn[], shown: readonly Field[]): Track[] =>
  columns.flatMap((column) => shown.map((field) => ({ column, field })));

/** Items by a key, the keys in the order in which they first appear. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Every line, by headings in the order in which these first appear, so that one heading stands once. */
export function linesOf(grid: IndicatorGrid): Line[] {
  return [...groupedBy(grid.rows, ({ indicator }) => indicator.group).values()].flatMap((rows) =>
    rows.flatMap(({ indicator, parts }) =>
      parts.map(
        (part, at): Line => ({
          key: `${indicator.id}@${part.breakdown}`,
          indicator,
          part,
          first: at === 0,
          parts: parts.length - 1,
        }),
      ),
    ),
  );
}

/** The lines that are shown: parts only where they are asked for. */
export function shownLines(lines: readonly Line[], open: ReadonlySet<string>): Line[] {
  return lines.filter((line) => line.first || open.has(line.indicator.id));
}

/** Indicators whose parts hold something: they are open from the start. */
export function partsInUse(lines: readonly Line[]): Set<string> {
  const used = lines.filter((line) => !line.first && line.part.cells.some(({ valueId }) => valueId !== null));
  return new Set(used.map(({ indicator }) => indicator.id));
}

/** Every cell by its key, with where it stands. */
export function spotsOf(lines: readonly Line[], columns: readonly GridColumn[]): Map<string, Spot> {
  return new Map(
    lines.flatMap((line) =>
      columns.flatMap((column) =>
        fieldsOf(line).map((field) => [cellKey(line, column.period, field), { line, column, field }] as const),
      ),
    ),
  );
}

/** Why everything of a period is locked, when it is the period itself: told once in its heading. */
export function columnLock(column: GridColumn): 'closed' | 'submitted' | 'accepted' | null {
  if (column.closed) return 'closed';
  if (column.reportState === 'Submitted') return 'submitted';
  return column.reportState === 'Accepted' ? 'accepted' : null;
}

/** The period that one works at: the first that is open and not handed in, else the last one. */
export function periodAtWork(columns: readonly GridColumn[]): GridColumn | undefined {
  const open = columns.filter((column) => columnLock(column) === null);
  return open.find((column) => column.reportState === 'Returned') ?? open[0] ?? columns.at(-1);
}

/** The same period a year earlier: «2019/2020-H1» of «2020/2021-H1». */
export const yearBefore = (period: string) => period.replace(/\d{4}/g, (year) => String(Number(year) - 1));

/** «2020», «2019/2020», «2019/2020, 1-е полугодие», «2019, II квартал». */
export function periodName(period: string): string {
  const [year = '', part] = period.split('-');
  if (!part) return year;
  const number = Number(part[1]);
  return part[0] === 'H'
    ? `${year}, ${number}-е полугодие`
    : `${year}, ${['I', 'II', 'III', 'IV'][number - 1]} квартал`;
}

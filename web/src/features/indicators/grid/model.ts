import type { CellFault, GridCell, GridColumn, GridIndicator, GridPart, IndicatorGrid } from '@/api/gen/types.gen';

/** One line of the grid: an indicator, or one of its parts. */
export interface Line {
  key: string;
  indicator: GridIndicator;
  part: GridPart;
  /** Heading that stands above it; only on the first line of a group. */
  heading: string | null;
  /** The first line of its indicator: it bears the name. */
  first: boolean;
}

/** Where a cell stands: indicator, period and part. */
export interface Spot {
  line: Line;
  column: GridColumn;
}

export const cellKey = (line: Pick<Line, 'indicator' | 'part'>, period: string) =>
  `${line.indicator.code}@${period}${line.part.breakdown ? `@${line.part.breakdown}` : ''}`;

/** The lines in the order in which they are shown; a heading before the first indicator of each group. */
export function linesOf(grid: IndicatorGrid): Line[] {
  let group: string | null = null;
  return grid.rows.flatMap(({ indicator, parts }) => {
    const heading = indicator.group !== group ? indicator.group : null;
    group = indicator.group;
    return parts.map(
      (part, at): Line => ({
        key: `${indicator.id}@${part.breakdown}`,
        indicator,
        part,
        heading: at === 0 ? heading : null,
        first: at === 0,
      }),
    );
  });
}

/** Every cell by its key, with where it stands. */
export function spotsOf(lines: readonly Line[], columns: readonly GridColumn[]): Map<string, Spot> {
  return new Map(lines.flatMap((line) => columns.map((column) => [cellKey(line, column.period), { line, column }] as const)));
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

/** What a period lacks: cells that could be filled and are not, and those worth a second look. */
export interface Check {
  empty: Spot[];
  doubtful: { spot: Spot; fault: CellFault }[];
  filled: number;
  of: number;
}

/** Whether a value is expected of the one who fills in: not computed, not another's, not of another kind of period. */
const strange = new Set([
  'indicator-computed',
  'entered-by-other',
  'definition-not-in-force',
  'indicator-retired',
  'period-kind-other',
  'level-other',
  'read-only',
]);

export function checkPeriod(lines: readonly Line[], column: GridColumn, cellOf: (key: string) => GridCell | undefined): Check {
  const check: Check = { empty: [], doubtful: [], filled: 0, of: 0 };
  for (const line of lines) {
    const cell = cellOf(cellKey(line, column.period));
    if (!cell) continue;
    const spot = { line, column };
    if (cell.warning) check.doubtful.push({ spot, fault: cell.warning });
    // Parts are told where they are known; only the whole is asked of everybody.
    if (line.part.breakdown || (cell.lock && strange.has(cell.lock.code))) continue;
    check.of += 1;
    if (cell.text === null) check.empty.push(spot);
    else check.filled += 1;
  }
  return check;
}

/** «2020», «2019/2020», «2019/2020, 1-е полугодие», «2019, II квартал». */
export function periodName(period: string): string {
  const [year = '', part] = period.split('-');
  if (!part) return year;
  const number = Number(part[1]);
  return part[0] === 'H' ? `${year}, ${number}-е полугодие` : `${year}, ${['I', 'II', 'III', 'IV'][number - 1]} квартал`;
}

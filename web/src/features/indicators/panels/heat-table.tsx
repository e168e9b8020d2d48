import { Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { IndicatorFigures, IndicatorPanel, IndicatorPanelCell, PanelIndicator } from '@/api/gen/types.gen';
import { schoolForms } from '@/api/terms';
import { formatCount, formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { narrow } from '@/ui/tokens';
import { baseOf, formatFigure, isStopgap, shade } from './model';
import classes from './panels.module.css';
import { ru } from './ru';
import type { PanelSearch } from './search';

interface Props {
  panel: IndicatorPanel;
  search: PanelSearch;
  onIndicator: (id: string | undefined) => void;
}

/** Municipality × indicator: the deeper the shade the greater the value in its column; hatched where there is no data. */
export function HeatTable({ panel, search, onIndicator }: Props) {
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const stopgap = panel.total.some(({ figure }, i) => isStopgap(figure, panel.indicators[i]?.aggregation ?? 'Sum'));
  return (
    <Card title={ru.heat}>
      <p className={classes.note}>
        {ru.heatText}
        {stopgap ? ` ${ru.heatMean}.` : ''}
      </p>
      {small ? (
        <OneIndicator panel={panel} search={search} onIndicator={onIndicator} />
      ) : (
        <WholeTable panel={panel} search={search} />
      )}
    </Card>
  );
}

const columnOf = ({ rows }: IndicatorPanel, at: number) =>
  rows.flatMap(({ cells }) => (cells[at]?.figure ? [cells[at].figure.value] : []));

function WholeTable({ panel, search }: Pick<Props, 'panel' | 'search'>) {
  const { indicators, rows, total } = panel;
  const columns = indicators.map((_, at) => columnOf(panel, at));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={ru.heat} tabIndex={0}>
      <table className={classes.heat}>
        <thead>
          <tr>
            <th scope="col">{ru.municipality}</th>
            {indicators.map((indicator) => (
              <th key={indicator.id} scope="col" title={indicator.name}>
                <Link {...toIndicator(indicator, panel, search)} className={classes.column}>
                  {indicator.number}. {indicator.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ municipality, cells }) => (
            <tr key={municipality.code}>
              <th scope="row">{shortPlace(municipality.name)}</th>
              {indicators.map((indicator, at) => (
                <Cell
                  key={indicator.id}
                  place={municipality.name}
                  code={municipality.code}
                  indicator={indicator}
                  cell={cells[at]}
                  column={columns[at]}
                  panel={panel}
                  search={search}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{ru.total}</th>
            {indicators.map((indicator, at) => (
              <Cell
                key={indicator.id}
                place={ru.total}
                indicator={indicator}
                cell={total[at]}
                panel={panel}
                search={search}
              />
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const toIndicator = (indicator: PanelIndicator, panel: IndicatorPanel, search: PanelSearch, municipality?: string) =>
  ({
    to: '/indicators/$indicatorId',
    params: { indicatorId: indicator.id },
    search: { period: panel.period ?? undefined, category: search.category, cohort: search.cohort, municipality },
  }) as const;

interface CellProps {
  place: string;
  code?: string;
  indicator: PanelIndicator;
  cell: IndicatorPanelCell | IndicatorFigures | undefined;
  column?: readonly number[] | undefined;
  panel: IndicatorPanel;
  search: PanelSearch;
}

function Cell({ place, code, indicator, cell, column, panel, search }: CellProps) {
  if (!cell?.figure) {
    const why = cell && cell.withheld > 0 ? ru.withheld(formatNumber(cell.withheld)) : ru.noData;
    return (
      <td data-empty title={why}>
        {missing}
        <span className="visually-hidden">{why}</span>
      </td>
    );
  }
  const { figure } = cell;
  const text = `${isStopgap(figure, indicator.aggregation) ? '≈\u00a0' : ''}${formatFigure(figure, indicator)}`;
  const schools = cell.schools > 0 ? formatCount(cell.schools, schoolForms) : '';
  const reached =
    cell.achieved + cell.missed > 0 ? ru.reached(formatNumber(cell.achieved), formatNumber(cell.missed)) : undefined;
  const title = [baseOf(figure), figure.kind ? ru.kinds[figure.kind] : undefined, reached].filter(Boolean).join('; ');
  const deep = column ? shade(figure.value, column) : 0;
  return (
    <td style={{ '--shade': deep } as CSSProperties}>
      <Link
        {...toIndicator(indicator, panel, search, code)}
        title={title}
        aria-label={`${place}, ${indicator.name}: ${text}${schools ? `, ${schools}` : ''}${title ? `; ${title}` : ''}`}
      >
        {/* The space parts the two for whoever hears them: «0 3 школы», not «03 школы». */}
        <b>{text}</b> {schools ? <span>{schools}</span> : null}
      </Link>
    </td>
  );
}

/** At 390 px one indicator at a time, as a list. */
function OneIndicator({ panel, search, onIndicator }: Props) {
  const at = Math.max(
    0,
    panel.indicators.findIndex(({ id }) => id === search.indicator),
  );
  const indicator = panel.indicators[at];
  if (!indicator) return null;
  const lines = panel.rows.map(({ municipality, cells }) => ({ ...municipality, cell: cells[at] }));
  return (
    <>
      <Select
        label={ru.indicator}
        allowDeselect={false}
        searchable
        mb="sm"
        data={panel.indicators.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
        value={indicator.id}
        onChange={(value) => onIndicator(value ?? undefined)}
      />
      <ul className={classes.lines}>
        {[{ code: '', name: ru.total, cell: panel.total[at] }, ...lines].map(({ code, name, cell }) => (
          <li key={code}>
            <Link {...toIndicator(indicator, panel, search, code || undefined)} className={classes.line}>
              <span>
                {shortPlace(name)}
                <br />
                <small>{cell?.figure ? formatCount(cell.schools, schoolForms) : ru.noData}</small>
              </span>
              <b>{formatFigure(cell?.figure, indicator)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import type { GridColumn } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { StatusBadge } from '@/ui/status-badge';
import { columnState } from './column-head';
import classes from './entry.module.css';
import { FactInput } from './fact-input';
import { groupedBy, type Line, periodName } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { type GridActions, useGridEvents } from './use-grid-events';

interface Props extends GridActions {
  store: GridStore;
  /** All lines of the set, parts too. */
  lines: readonly Line[];
  columns: readonly GridColumn[];
  /** Code of the indicator that is shown. */
  code: string;
  onCode: (code: string) => void;
}

/** At 390 px: one indicator at a time, its periods beneath each other. */
export function OneIndicator({ store, lines, columns, code, onCode, ...actions }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useGridEvents(root, { store, ...actions });
  const indicators = lines.filter(({ first }) => first).map(({ indicator }) => indicator);
  const at = Math.max(
    0,
    indicators.findIndex((indicator) => indicator.code === code),
  );
  const indicator = indicators[at];
  if (!indicator) return null;
  const own = lines.filter((line) => line.indicator.id === indicator.id);
  const newestFirst = columns.map((column, across) => [column, across] as const).reverse();
  const to = (step: number) => {
    const next = indicators[at + step];
    if (next) onCode(next.code);
  };
  return (
    <div ref={root} className={classes.one}>
      <NativeSelect
        aria-label={ru.choose}
        data-keep-focus
        value={indicator.code}
        data={[...groupedBy(indicators, ({ group }) => group)].map(([group, items]) => ({
          group,
          items: items.map(({ code: value, number, name }) => ({ value, label: `${number}. ${name}` })),
        }))}
        onChange={(event) => onCode(event.currentTarget.value)}
      />
      <h2 className={classes.oneName}>
        {indicator.number}. {indicator.name}
      </h2>
      <p className={classes.hint}>
        {ru.units[indicator.unit]}, {ru.directions[indicator.direction]}, {ru.sources[indicator.enteredBy]}
      </p>
      {newestFirst.map(([column, across], down) => {
        const { tone, word, why } = columnState(column);
        return (
          <section key={column.id} className={classes.onePeriod}>
            <h3 className={classes.oneHead}>
              {periodName(column.period)} <StatusBadge tone={tone}>{word}</StatusBadge>
            </h3>
            {why ? <p className={classes.hint}>{why}</p> : null}
            <p className={classes.oneTarget}>
              {ru.target}: <b>{own[0]?.part.cells[across]?.target?.text ?? ru.noTarget}</b>
            </p>
            {own.map((line, part) => (
              <div key={line.key} className={classes.oneFact}>
                <span>{line.part.name || ru.fact}</span>
                <FactInput store={store} line={line} column={column} at={`${down * own.length + part}:0`} spelled />
              </div>
            ))}
            <button
              type="button"
              className={classes.itemLink}
              aria-label={`${ru.details}: ${periodName(column.period)}`}
              onClick={() => actions.onOpen(`${indicator.code}@${column.period}`)}
            >
              {ru.details}
            </button>
          </section>
        );
      })}
      <div className={classes.oneSteps}>
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={18} aria-hidden="true" />}
          aria-disabled={at === 0}
          onClick={() => to(-1)}
        >
          {ru.previous}
        </Button>
        <span>{ru.lineOf(formatNumber(at + 1), formatNumber(indicators.length))}</span>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={18} aria-hidden="true" />}
          aria-disabled={at === indicators.length - 1}
          onClick={() => to(1)}
        >
          {ru.next}
        </Button>
      </div>
    </div>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import type { GridColumn } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { StatusBadge } from '@/ui/status-badge';
import { CellInput } from './cell-input';
import { columnState } from './column-head';
import classes from './entry.module.css';
import { type Field, groupedBy, type Line, periodName } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { type GridActions, useGridEvents } from './use-grid-events';

interface Props extends GridActions {
  store: GridStore;
  /** All lines of the set, parts too. */
  lines: readonly Line[];
  columns: readonly GridColumn[];
  /** Whether the starts of targets are shown. */
  base: boolean;
  /** Whether targets are typed here; else they are text. */
  setsTargets: boolean;
  /** Code of the indicator that is shown. */
  code: string;
  onCode: (code: string) => void;
}

const heads = { base: ru.base, target: ru.target, fact: ru.fact };

/** At 390 px: one indicator at a time, its periods beneath each other. */
export function OneIndicator({ store, lines, columns, base, setsTargets, code, onCode, ...actions }: Props) {
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
  const aims: readonly Field[] = base ? ['base', 'target'] : ['target'];
  const cells = [
    ...own.slice(0, 1).flatMap((line) => (setsTargets ? aims : []).map((field) => ({ line, field }))),
    ...own.map((line) => ({ line, field: 'fact' as const })),
  ];
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
        const target = own[0]?.part.cells[across]?.target;
        return (
          <section key={column.id} className={classes.onePeriod}>
            <h3 className={classes.oneHead}>
              {periodName(column.period)} <StatusBadge tone={tone}>{word}</StatusBadge>
            </h3>
            {why ? <p className={classes.hint}>{why}</p> : null}
            {setsTargets ? null : (
              <p className={classes.oneTarget}>
                {ru.target}: <b>{target?.text ?? ru.noTarget}</b>
                {base && target?.baselineText ? ` (${ru.fieldNames.base} ${target.baselineText})` : null}
              </p>
            )}
            {cells.map(({ line, field }, below) => (
              <div key={`${line.key}|${field}`} className={classes.oneFact}>
                <span>{line.part.name || heads[field]}</span>
                <CellInput
                  store={store}
                  line={line}
                  column={column}
                  field={field}
                  at={`${down * cells.length + below}:0`}
                  spelled
                />
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

import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FigureName, OfferedFigure, RecommendationFigure } from '@/api/gen/types.gen';
import { announce } from '@/lib/announce';
import { formatPeriod } from '@/lib/periods';
import { ProblemAlert } from '@/ui/problem-alert';
import { figuresOptions } from './queries';
import { figureOf, placeOf, type RecommendationValues, sameFigure } from './recommendation-values';
import classes from './recommendations.module.css';
import { card, form } from './ru';

const most = 20;

interface Props {
  values: RecommendationValues;
  /** Figures that stood there before, with what they said then. */
  stood: readonly RecommendationFigure[];
  error: ReactNode;
  onChange: (causes: FigureName[]) => void;
}

const say = ({ figure, target }: Pick<OfferedFigure, 'figure' | 'target'>) =>
  [figure ?? card.missing, target ? form.target(target) : ''].filter(Boolean).join(' ');

/** The figures from which it follows: chosen among what the place has, with what they say now. */
export function FigureFields({ values, stood, error, onChange }: Props) {
  const place = placeOf(values);
  const offered = useQuery({ ...figuresOptions(place ?? {}), enabled: place !== undefined });
  const [indicatorId, setIndicator] = useState<string | null>(null);
  const [period, setPeriod] = useState<string | null>(null);
  const of = (id: string | null) => offered.data?.find((one) => one.indicatorId === id);
  const chosen = of(indicatorId);
  const { causes } = values;

  function words(cause: FigureName): { name: string; figure: string } {
    const before = stood.find((one) =>
      sameFigure({ ...one, municipalityCode: one.schoolId ? null : one.municipalityCode }, cause),
    );
    if (before) return { name: before.indicator, figure: say(before) };
    const found = of(cause.indicatorId);
    const now = found?.figures.find((one) => one.period === cause.period);
    return { name: found?.indicator ?? form.indicator, figure: now ? say(now) : card.missing };
  }
  function add() {
    if (!chosen || !period) return;
    const cause = figureOf(values, chosen.indicatorId, period);
    if (!causes.some((one) => sameFigure(one, cause))) onChange([...causes, cause]);
    announce(`${form.figureAdded}: ${chosen.indicator}`);
    setIndicator(null);
    setPeriod(null);
  }
  const groups = [...new Set(offered.data?.map(({ group }) => group))];

  return (
    <fieldset className={`${classes.figures} ${classes.full}`}>
      <legend>{form.figures}</legend>
      {causes.length > 0 ? (
        <ul className={classes.chosen} aria-label={form.figures}>
          {causes.map((cause) => {
            const { name, figure } = words(cause);
            return (
              <li key={`${cause.indicatorId} ${cause.period} ${cause.schoolId} ${cause.municipalityCode}`}>
                <span>
                  {name}
                  <span className={classes.line}>
                    {formatPeriod(cause.period)}: {figure}
                  </span>
                </span>
                <ActionIcon
                  variant="subtle"
                  size={32}
                  aria-label={form.removeFigure(`${name}, ${formatPeriod(cause.period)}`)}
                  onClick={() => onChange(causes.filter((one) => one !== cause))}
                >
                  <IconX size={18} aria-hidden="true" />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      ) : null}
      {error ? <p role="alert">{error}</p> : null}
      {offered.error ? <ProblemAlert error={offered.error} onRetry={() => void offered.refetch()} /> : null}
      <span className={classes.soft}>
        {place === undefined
          ? form.choosePlace
          : offered.data?.length === 0
            ? form.noFigures
            : causes.length < most
              ? form.figuresHint
              : form.enough}
      </span>
      {offered.data && offered.data.length > 0 && causes.length < most ? (
        <div className={classes.pick}>
          <Select
            label={form.indicator}
            searchable
            nothingFoundMessage={form.indicatorNothing}
            data={groups.map((group) => ({
              group,
              items: offered.data
                .filter((one) => one.group === group)
                .map((one) => ({ value: one.indicatorId, label: one.indicator })),
            }))}
            value={indicatorId}
            onChange={(id) => {
              setIndicator(id);
              setPeriod(of(id)?.figures[0]?.period ?? null);
            }}
          />
          <Select
            label={form.periodAndFigure}
            data={
              chosen?.figures.map((one) => ({
                value: one.period,
                label: `${formatPeriod(one.period)}: ${say(one)}`,
              })) ?? []
            }
            value={period}
            onChange={setPeriod}
            allowDeselect={false}
            disabled={!chosen}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            disabled={!chosen || !period}
            onClick={add}
          >
            {form.addFigure}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

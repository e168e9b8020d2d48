import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IndicatorDetails } from '@/api/gen/types.gen';
import { formatDay, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { DefinitionActions } from './definition-actions';
import classes from './definitions.module.css';
import { definitionOptions } from './queries';
import {
  aggregationNames,
  breakdownNames,
  card,
  directionNames,
  levelNames,
  periodNames,
  ru,
  sourceNames,
  unitNames,
} from './ru';
import { Versions } from './versions';
import { aboutWords } from './words';

interface Props {
  indicatorId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

/** An indicator: what it means, how it is computed, and what it meant before. */
export function DefinitionPage({ indicatorId, history }: Props) {
  const indicator = useSuspenseQuery(definitionOptions(indicatorId)).data;
  return (
    <>
      <PageHeader
        title={indicator.name}
        above={
          <p className={classes.above}>
            <Link to="/indicators/definitions" search={{ set: indicator.set.id }}>
              {indicator.set.name}
            </Link>
            <span aria-hidden="true"> / </span>
            {indicator.group}
          </p>
        }
        answer={aboutWords(indicator).join(' · ')}
        actions={indicator.editable ? <DefinitionActions indicator={indicator} /> : null}
      />
      {indicator.retiredFromOn ? (
        <Note tone="quiet" title={card.retiredNote(formatDay(indicator.retiredFromOn))} />
      ) : null}
      {indicator.editable ? null : <p className={classes.soft}>{card.readOnly}</p>}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {indicator.formula ? <FormulaCard indicator={indicator} /> : null}
          <Card title={card.method}>
            <p className={classes.text}>{indicator.method ?? card.noMethod}</p>
          </Card>
          <Versions definitions={indicator.definitions} />
          {history}
        </div>
        <div className={classes.stack}>
          <About indicator={indicator} />
          {indicator.usedBy.length > 0 ? (
            <Card title={card.usedBy}>
              <ul className={classes.list}>
                {indicator.usedBy.map(({ code, name }) => (
                  <li key={code}>
                    <Link to="/indicators/definitions" search={{ search: code }}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
      </div>
    </>
  );
}

function FormulaCard({ indicator }: { indicator: IndicatorDetails }) {
  return (
    <Card title={card.formula}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard */}
      <code className={classes.code} tabIndex={0}>
        {indicator.formula}
      </code>
      {indicator.formulaInWords ? (
        <p className={classes.text}>
          {card.inWords}: {indicator.formulaInWords}
        </p>
      ) : null}
    </Card>
  );
}

function About({ indicator }: { indicator: IndicatorDetails }) {
  const { warnChangePercent, periods } = indicator;
  const facts: [string, ReactNode][] = [
    [card.facts.code, <code key="code">{indicator.code}</code>],
    [card.facts.group, indicator.group],
    [card.facts.unit, unitNames[indicator.unit]],
    [card.facts.direction, directionNames[indicator.direction]],
    [card.facts.level, levelNames[indicator.level]],
    [card.facts.periodKind, periodNames[indicator.periodKind]],
    [card.facts.enteredBy, sourceNames[indicator.enteredBy]],
    [card.facts.aggregation, aggregationNames[indicator.aggregation]],
    [card.facts.breakdown, breakdownNames[indicator.breakdown]],
    [card.facts.range, indicator.range],
    [card.facts.warn, warnChangePercent ? card.warn(warnChangePercent) : missing],
    [card.facts.periods, periods.length > 0 ? periods.join(', ') : ru.noValues],
  ];
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}

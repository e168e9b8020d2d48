import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SelectionDetails } from '@/api/gen/types.gen';
import { formatCount, formatDay, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { ApplicationsCard } from './applications-card';
import { SelectionBadge } from './badges';
import { selectionOptions } from './queries';
import { card, ru } from './ru';
import { SelectionActions } from './selection-actions';
import classes from './selections.module.css';

interface Props {
  selectionId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function SelectionPage({ selectionId, history }: Props) {
  const selection = useSuspenseQuery(selectionOptions(selectionId)).data;
  const { title, state, isExpert, text, decision, decidedOn } = selection;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <p className={classes.above}>
            <Link to="/support/selections">{ru.title}</Link>
            <SelectionBadge state={state} />
            {isExpert ? <StatusBadge tone="info">{ru.expert}</StatusBadge> : null}
          </p>
        }
        actions={<SelectionActions selection={selection} />}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {decision ? (
            <Card title={`${card.decision}: ${formatDay(decidedOn)}`}>
              <p className={classes.whole}>{decision}</p>
            </Card>
          ) : null}
          <ApplicationsCard selection={selection} />
          <Card title={card.call}>
            <p className={classes.whole}>{text}</p>
          </Card>
          {history}
        </div>
        <div className={classes.stack}>
          <Card title={card.about}>
            <Facts
              items={[
                [ru.fields.opensOn, formatDay(selection.opensOn)],
                [ru.fields.closesOn, formatDay(selection.closesOn)],
                [ru.fields.order, selection.order ?? missing],
                [ru.fields.experts, formatNumber(selection.experts)],
              ]}
            />
          </Card>
          <Card title={card.criteria}>
            <ol className={classes.items}>
              {selection.criteria.map(({ id, title: name, mostMark, weight }) => (
                <li key={id}>
                  {name}
                  <span className={classes.soft}>{card.criterion(formatNumber(mostMark), formatNumber(weight))}</span>
                </li>
              ))}
            </ol>
          </Card>
          <Experts selection={selection} />
        </div>
      </div>
    </>
  );
}

const forms = ['заявка', 'заявки', 'заявок'] as const;

function Experts({ selection: { people } }: { selection: SelectionDetails }) {
  if (!people) return null;
  return (
    <Card title={card.experts}>
      {people.length === 0 ? <p className={classes.none}>{card.noExperts}</p> : null}
      <ul className={classes.items}>
        {people.map(({ personId, name, sheets }) => (
          <li key={personId}>
            <Link to="/people/$personId" params={{ personId }}>
              {name}
            </Link>
            <span className={classes.soft}>{card.sheets(formatCount(sheets, forms))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

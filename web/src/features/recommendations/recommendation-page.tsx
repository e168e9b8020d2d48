import { IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RecommendationDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatInstant } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { DueDay, RecommendationStateBadge } from './due-day';
import { FiguresCard } from './figures-card';
import { PlaceLink } from './place-link';
import { recommendationOptions } from './queries';
import { RecommendationActions } from './recommendation-actions';
import classes from './recommendations.module.css';
import { card, kindNames, ru } from './ru';

interface Props {
  recommendationId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function RecommendationPage({ recommendationId, history }: Props) {
  const recommendation = useSuspenseQuery(recommendationOptions(recommendationId)).data;
  const { kind, to, editable } = recommendation;
  return (
    <>
      <PageHeader
        title={card.title(kindNames[kind], to.name)}
        above={
          <p className={classes.above}>
            <Link to="/recommendations">{ru.title}</Link>
            <RecommendationStateBadge {...recommendation} />
          </p>
        }
        actions={editable ? <RecommendationActions recommendation={recommendation} /> : null}
      />
      {editable ? null : (
        <div className={classes.reason}>
          <Note tone="quiet" icon={<IconLock size={20} aria-hidden="true" />}>
            {card.readOnly}
          </Note>
        </div>
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card title={card.text}>
            <p className={classes.whole}>{recommendation.text}</p>
          </Card>
          <Outcome recommendation={recommendation} />
          <FiguresCard recommendation={recommendation} />
          {history}
        </div>
        <About recommendation={recommendation} />
      </div>
    </>
  );
}

/** What came of it; of one that is in work again, what was said before. */
function Outcome({ recommendation: { state, outcome, settledAt } }: { recommendation: RecommendationDetails }) {
  const { region } = useMe();
  if (!outcome) return null;
  return (
    <Card title={card.outcome[state]}>
      <p className={classes.whole}>{outcome}</p>
      {settledAt ? <p className={classes.settled}>{card.settled(formatInstant(settledAt, region.timeZone))}</p> : null}
    </Card>
  );
}

function About({ recommendation }: { recommendation: RecommendationDetails }) {
  const { region, role } = useMe();
  const { kind, to, owner, madeAt } = recommendation;
  const facts: [string, ReactNode][] = [
    [ru.fields.kind, kindNames[kind]],
    [ru.fields.to, <PlaceLink key="to" place={to} />],
    [ru.fields.owner, owner?.name ?? (role === 'Observer' ? card.hidden : ru.nobody)],
    [ru.fields.dueOn, <DueDay key="due" {...recommendation} />],
    [card.made, formatInstant(madeAt, region.timeZone)],
  ];
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}

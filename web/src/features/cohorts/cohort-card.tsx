import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CohortSummary } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categories, categoryName, schoolForms } from '@/api/terms';
import { formatCount, formatDay, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { ru } from './ru';

/** A list in brief: its order and how many schools of each category. */
export function CohortCard({ cohort }: { cohort: CohortSummary }) {
  const { region } = useMe();
  const facts: [string, ReactNode][] = [
    [
      ru.inList,
      <Link key="all" to="/cohorts/$cohortId" params={{ cohortId: cohort.id }}>
        {formatCount(cohort.members, schoolForms)}
      </Link>,
    ],
    [ru.columns.order, ru.order(cohort.orderNumber, formatDay(cohort.orderDate))],
    ...categories.map((category): [string, ReactNode] => [
      categoryName(category, region),
      <Link key={category} to="/cohorts/$cohortId" params={{ cohortId: cohort.id }} search={{ category }}>
        {formatNumber(cohort.byCategory[category])}
      </Link>,
    ]),
  ];
  return (
    <Card title={cohort.name}>
      <Facts items={facts} />
    </Card>
  );
}

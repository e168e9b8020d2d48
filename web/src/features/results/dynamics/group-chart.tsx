import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DynamicsGroup } from '@/api/gen/types.gen';
import { Card } from '@/ui/card';
import { Chart } from '@/ui/chart';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import { narrow, palette } from '@/ui/tokens';
import { questionWords } from './dynamics-page';
import { groupOption } from './group-option';
import { GroupTable } from './group-table';
import { headline, sortGroups } from './model';
import { dynamicsOptions } from './queries';
import { ru } from './ru';
import { type groupings, type Question, toQuery } from './search';

interface Props {
  question: Question;
  groupBy: (typeof groupings)[number];
  region: DynamicsGroup | undefined;
}

export function GroupChart({ question, groupBy, region }: Props) {
  const query = useQuery(dynamicsOptions(question, groupBy));
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const groups = useMemo(() => sortGroups(query.data?.groups ?? []), [query.data]);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DelayedSkeleton />;
  if (groups.length === 0) return null;
  return (
    <Card>
      <Chart
        title={headline(region)}
        subtitle={`${questionWords(question)}. ${ru.chartSubtitle(ru.groups[groupBy])}`}
        option={(forPaper) => groupOption(groups, region, palette[forPaper ? 'light' : scheme], small && !forPaper)}
        height={groups.length * (small ? 34 : 28) + 48}
        table={<GroupTable groups={groups} question={question} groupBy={groupBy} />}
        onSelect={(index) => {
          const group = groups[groups.length - 1 - index];
          if (!group) return;
          const search = { ...toQuery(question), groupBy, group: group.key, direction: 'rising' as const };
          void navigate({ to: '/indicators/dynamics/schools', search });
        }}
        fileName={`Динамика – ${questionWords(question)}`}
      />
    </Card>
  );
}

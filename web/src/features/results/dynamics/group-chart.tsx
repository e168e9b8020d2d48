import { Button, useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { DynamicsGroup } from '@/api/gen/types.gen';
import { usePrinting } from '@/lib/use-printing';
import { Card } from '@/ui/card';
import { Chart } from '@/ui/chart';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import { narrow, palette } from '@/ui/tokens';
import { questionWords } from './dynamics-page';
import { groupOption } from './group-option';
import { GroupTable } from './group-table';
import { headline, isSmall, sortGroups } from './model';
import { dynamicsOptions } from './queries';
import { ru } from './ru';
import { type groupings, type Question, toQuery } from './search';

const firstShown = 15;

interface Props {
  question: Question;
  groupBy: (typeof groupings)[number];
  overall: DynamicsGroup | undefined;
}

export function GroupChart({ question, groupBy, overall }: Props) {
  const query = useQuery(dynamicsOptions(question, groupBy));
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const sorted = useMemo(() => sortGroups(query.data?.groups ?? []), [query.data]);
  const [all, setAll] = useState(false);
  // Lower on paper, so that the chart stands on the sheet of its headline.
  const printing = usePrinting();
  // The first ones answer the question; the whole region is a click away and stands in the table below.
  const groups = all ? sorted : sorted.slice(0, firstShown);
  const some = groups.some(({ share }) => isSmall(share));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DelayedSkeleton />;
  // One group alone says nothing that the headline does not.
  if (sorted.length < 2) return null;
  return (
    <Card>
      <Chart
        title={headline(overall)}
        subtitle={`${questionWords(question)}. ${ru.chartSubtitle(ru.groups[groupBy])}${some ? `. ${ru.smallNote}` : ''}`}
        option={(forPaper) => groupOption(groups, overall, palette[forPaper ? 'light' : scheme], small && !forPaper)}
        height={groups.length * (printing ? 19 : small ? 34 : 28) + 48}
        table={<GroupTable groups={sorted} question={question} groupBy={groupBy} />}
        onSelect={(index) => {
          const group = groups[groups.length - 1 - index];
          if (!group) return;
          const search = { ...toQuery(question), groupBy, group: group.key, direction: 'rising' as const };
          void navigate({ to: '/indicators/dynamics/schools', search });
        }}
        fileName={`Динамика – ${questionWords(question)}`}
      />
      {sorted.length > firstShown ? (
        <Button
          className="no-print"
          variant="subtle"
          size="xs"
          mt="xs"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? ru.showFirst(firstShown) : ru.showAll(sorted.length)}
        </Button>
      ) : null}
    </Card>
  );
}

import { Button } from '@mantine/core';
import { IconPrinter, IconTableImport } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { dynamicsChoicesOptions } from '@/api/dictionaries';
import { useCan, useMe } from '@/api/session';
import { assessmentNames } from '@/api/terms';
import { announce } from '@/lib/announce';
import { lowerFirst } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { Choosers } from './choosers';
import { Counters } from './counters';
import classes from './dynamics.module.css';
import { GroupChart } from './group-chart';
import { Matrix } from './matrix';
import { headline } from './model';
import { overallOptions } from './queries';
import { ru } from './ru';
import { type DynamicsSearch, type Question, resolve } from './search';

interface Props {
  search: DynamicsSearch;
  onSearch: (next: DynamicsSearch) => void;
  /** Kept filters, put together with the panel by the page. */
  views?: ReactNode;
}

/** Who rose and who fell: the answer in the headline, then by place, then by subject, and the schools behind each number. */
export function DynamicsPage({ search, onSearch, views }: Props) {
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const question = resolve(search, choices);
  if (!question) return <NothingToCompare />;
  return <Answer question={question} search={search} onSearch={onSearch} views={views} />;
}

export function questionWords({ assessment, subject, grade, year }: Question): string {
  return ru.what(
    assessmentNames[assessment],
    lowerFirst(subject.name),
    grade === undefined ? '' : `, ${ru.gradeName(grade)}`,
    year,
  );
}

function Answer({ question, search, onSearch, views }: Props & { question: Question }) {
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const overall = useQuery(overallOptions(question, useMe()));
  const group = overall.data ?? undefined;
  const answer = overall.data === undefined ? undefined : headline(group);
  useEffect(() => {
    if (answer) announce(answer);
  }, [answer]);
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={
          <>
            {answer ? <strong className={classes.answer}>{answer}</strong> : null}
            <span className={classes.what}>
              {questionWords(question)}. {ru.baseHints[question.base]}
            </span>
          </>
        }
        actions={
          <>
            {views}
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {ru.print}
            </Button>
          </>
        }
      />
      <Choosers question={question} choices={choices} search={search} onSearch={onSearch} />
      {overall.error ? <ProblemAlert error={overall.error} onRetry={() => void overall.refetch()} /> : null}
      {overall.data !== undefined ? (
        <div className={classes.stack} data-stale={overall.isPlaceholderData || undefined}>
          {group ? <Counters group={group} question={question} /> : null}
          <GroupChart question={question} groupBy={search.groupBy ?? 'municipality'} overall={group} />
          <Matrix question={question} />
        </div>
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function NothingToCompare() {
  const may = useCan('imports:write');
  return (
    <>
      <PageHeader title={ru.title} />
      <EmptyState
        title={ru.none}
        action={
          may ? (
            <LinkButton to="/imports" leftSection={<IconTableImport size={18} aria-hidden="true" />}>
              {ru.import}
            </LinkButton>
          ) : null
        }
      >
        {ru.noneText}
      </EmptyState>
    </>
  );
}

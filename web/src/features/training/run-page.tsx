import { IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '@/api/session';
import { formatCount, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { LinkButton } from '@/ui/link-button';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { runOptions } from './queries';
import { formNames, personForms, ru, run as text } from './ru';
import { RunActions } from './run-actions';
import { RunPeople } from './run-people';
import type { RunSearch } from './search';
import { RunBadge } from './state-badges';
import classes from './training.module.css';
import { daysWords, freeWords } from './words';

interface Props {
  runId: string;
  search: RunSearch;
  onSearch: (next: RunSearch) => void;
}

export function RunPage({ runId, search, onSearch }: Props) {
  const run = useSuspenseQuery(runOptions(runId)).data;
  const { role } = useMe();
  const { course, startsOn, endsOn, place, link, seats, taken, waiting, state, reason } = run;
  const facts: [string, ReactNode][] = [
    [ru.fields.dates, daysWords(startsOn, endsOn)],
    [ru.fields.place, place ?? missing],
    [
      ru.fields.link,
      link ? (
        <a key="link" href={link} rel="noreferrer" target="_blank">
          {link}
        </a>
      ) : (
        missing
      ),
    ],
    [ru.fields.seats, `${ru.ofSeats(formatNumber(taken), formatNumber(seats))}, ${freeWords(seats, taken)}`],
    [ru.fields.hours, String(course.hours)],
    [ru.fields.form, formNames[course.form]],
  ];
  return (
    <>
      <PageHeader
        title={course.title}
        above={
          <p className={classes.above}>
            <Link to="/training/courses">{ru.title}</Link>
            <Link to="/training/courses/$courseId" params={{ courseId: course.id }}>
              {text.ofCourse}
            </Link>
            <RunBadge state={state} />
          </p>
        }
        answer={[
          daysWords(startsOn, endsOn),
          text.answer(formatNumber(taken), formatNumber(seats), freeWords(seats, taken)),
          waiting > 0 ? text.waiting(formatCount(waiting, personForms)) : '',
        ]
          .filter(Boolean)
          .join('. ')}
        actions={
          <>
            {role === 'Observer' ? null : (
              <LinkButton
                variant="default"
                to="/training/runs/$runId/sheet"
                params={{ runId }}
                leftSection={<IconPrinter size={18} aria-hidden="true" />}
              >
                {text.sheet}
              </LinkButton>
            )}
            {run.editable ? <RunActions run={run} /> : null}
          </>
        }
      />
      {reason ? <Note tone="bad" title={text.cancelled(reason)} /> : null}
      <div className={classes.stack}>
        <RunPeople run={run} search={search} onSearch={onSearch} />
        <Card title={text.about}>
          <Facts items={facts} />
        </Card>
      </div>
    </>
  );
}

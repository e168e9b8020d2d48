import { IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TeacherDetails, TeacherPaper } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { AchievementsCard } from './achievements-card';
import { PostsCard } from './posts-card';
import { teacherOptions } from './queries';
import { card, categoryNames, ru } from './ru';
import { TeacherActions } from './teacher-actions';
import { useSubjectNames } from './teacher-table';
import classes from './teachers.module.css';

interface Props {
  teacherId: string;
  /** What diagnostics found out, put together with the card by the page. */
  deficits?: ReactNode;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function TeacherPage({ teacherId, deficits, history }: Props) {
  const teacher = useSuspenseQuery(teacherOptions(teacherId)).data;
  const { name, school, position, leftOn, editable } = teacher;
  return (
    <>
      <PageHeader
        title={name ?? ru.anonymous}
        above={
          <p className={classes.above}>
            <Link to="/training/teachers">{ru.title}</Link>
            {leftOn ? <StatusBadge tone="neutral">{ru.left(formatDay(leftOn))}</StatusBadge> : null}
          </p>
        }
        answer={[position, school.name].filter(Boolean).join(', ')}
        actions={editable ? <TeacherActions teacher={teacher} /> : null}
      />
      {name && editable ? null : (
        <div className={classes.reason}>
          <Note tone="quiet" icon={<IconLock size={20} aria-hidden="true" />}>
            {name ? card.readOnly : card.erasedNote}
          </Note>
        </div>
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {deficits}
          <PostsCard teacher={teacher} />
          <AchievementsCard teacher={teacher} />
          {history}
        </div>
        <About teacher={teacher} />
      </div>
    </>
  );
}

const paperWords = (paper: TeacherPaper | null) =>
  paper
    ? [card.since(formatDay(paper.madeOn)), paper.updatedOn && card.updated(formatDay(paper.updatedOn))]
        .filter(Boolean)
        .join(', ')
    : card.none;

function About({ teacher }: { teacher: TeacherDetails }) {
  const named = useSubjectNames();
  const { school, subjects, category, categoryOn, experienceSince, plan, portfolio, leftReason } = teacher;
  const facts: [string, ReactNode][] = [
    [
      ru.fields.school,
      <Link key="school" to="/schools/$schoolId" params={{ schoolId: school.id }}>
        {school.name}
      </Link>,
    ],
    [ru.fields.municipality, school.municipality],
    [ru.fields.subjects, named(subjects) || card.unknown],
    [
      ru.fields.category,
      [categoryNames[category], categoryOn && card.since(formatDay(categoryOn))].filter(Boolean).join(' '),
    ],
    [card.experience, experienceSince ? ru.years(experienceSince) : card.unknown],
    [ru.fields.plan, paperWords(plan)],
    [ru.fields.portfolio, paperWords(portfolio)],
  ];
  if (leftReason) facts.push([card.reason, leftReason]);
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}

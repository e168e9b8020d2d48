import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { DynamicsMatrixCell, SubjectName } from '@/api/gen/types.gen';
import { assessmentNames } from '@/api/terms';
import { formatOutOf, formatPercent, lowerFirst, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './dynamics.module.css';
import { cellOf, hasShare, isCompared, isSmall } from './model';
import { matrixOptions } from './queries';
import { ru } from './ru';
import { type Question, toQuery } from './search';

/** Municipality × subject: the deeper the shade the larger the share; hatched where there is nothing to compare. */
export function Matrix({ question }: { question: Question }) {
  const query = useQuery(matrixOptions(question));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DelayedSkeleton />;
  const { rows, total } = query.data;
  const subjects = query.data.subjects.filter(({ code }) => isCompared(cellOf(total, code)));
  const others = query.data.subjects.filter((subject) => !subjects.includes(subject));
  if (subjects.length === 0) return null;
  const small = rows.some(({ cells }) => cells.some(({ share }) => isSmall(share)));
  const title = `${ru.matrix}: ${assessmentNames[question.assessment]} ${question.year}`;
  return (
    <Card title={title} aside={small ? <span className={classes.note}>{ru.smallNote}</span> : null}>
      <p className={classes.note}>
        {ru.matrixText}
        {others.length > 0 ? ` ${ru.matrixOthers(others.map(({ name }) => lowerFirst(name)).join(', '))}` : null}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={title} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{ru.municipality}</th>
              {subjects.map(({ code, name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ municipality, cells }) => (
              <Row
                key={municipality.code}
                name={municipality.name}
                group={municipality.code}
                cells={cells}
                subjects={subjects}
                question={question}
              />
            ))}
          </tbody>
          <tfoot>
            <Row name={ru.total} cells={total} subjects={subjects} question={question} />
          </tfoot>
        </table>
      </section>
    </Card>
  );
}

interface RowProps {
  name: string;
  group?: string;
  cells: readonly DynamicsMatrixCell[];
  subjects: readonly SubjectName[];
  question: Question;
}

function Row({ name, group, cells, subjects, question }: RowProps) {
  return (
    <tr>
      <th scope="row">{shortPlace(name)}</th>
      {subjects.map(({ code, name: subject }) => {
        const cell = cellOf(cells, code);
        if (!cell || !isCompared(cell) || !hasShare(cell)) {
          return (
            <td key={code} data-empty title={ru.noData}>
              {missing}
            </td>
          );
        }
        const share = cell.share.numerator / cell.share.denominator;
        return (
          <td key={code} style={{ '--share': share } as CSSProperties}>
            <Link
              to="/indicators/dynamics/schools"
              search={{
                ...toQuery(question),
                subject: code,
                direction: 'rising',
                ...(group ? { groupBy: 'municipality' as const, group } : {}),
              }}
              aria-label={`${name}, ${subject}: ${formatPercent(cell.share)}, ${formatOutOf(cell.share)}`}
            >
              <b>
                {formatPercent(cell.share)}
                {isSmall(cell.share) ? '*' : ''}
              </b>
              <span>{formatOutOf(cell.share)}</span>
            </Link>
          </td>
        );
      })}
    </tr>
  );
}

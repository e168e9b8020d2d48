import { Link } from '@tanstack/react-router';
import type { ExplainedRow, ExplainedSchool } from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';
import classes from './formula.module.css';
import { formulaRu as ru } from './formula-ru';

function SchoolLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/schools/$schoolId" params={{ schoolId: id }}>
      {name}
    </Link>
  );
}

function Counts({ leftOut }: { leftOut: string | null | undefined }) {
  return <td>{leftOut ?? ru.counted}</td>;
}

function marksOf({ marks }: ExplainedRow): string {
  return marks
    ? [marks.two, marks.three, marks.four, marks.five].map((count) => formatNumber(count)).join(' / ')
    : missing;
}

/** The results behind a figure, those left out with the reason. Columns that say nothing of any row are not shown. */
export function FormulaResults({ rows, total }: { rows: readonly ExplainedRow[]; total: number }) {
  const has = {
    marks: rows.some((row) => row.marks),
    below: rows.some((row) => row.belowThreshold != null),
    mean: rows.some((row) => row.mean != null),
  };
  return (
    <details className={classes.rows} open={rows.length <= 5}>
      <summary>{ru.resultsCount(total)}</summary>
      <table>
        <caption className={classes.soft}>{rows.length < total ? ru.more(rows.length, total) : ru.results}</caption>
        <thead>
          <tr>
            <th scope="col">{ru.columns.school}</th>
            <th scope="col">{ru.columns.year}</th>
            <th scope="col">{ru.columns.subject}</th>
            <th scope="col" data-number>
              {ru.columns.grade}
            </th>
            <th scope="col" data-number>
              {ru.columns.participants}
            </th>
            {has.marks ? (
              <th scope="col" data-number>
                {ru.columns.marks}
              </th>
            ) : null}
            {has.below ? (
              <th scope="col" data-number>
                {ru.columns.below}
              </th>
            ) : null}
            {has.mean ? (
              <th scope="col" data-number>
                {ru.columns.mean}
              </th>
            ) : null}
            <th scope="col">{ru.columns.counts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.resultId} data-left-out={row.leftOut ? true : undefined}>
              <td>
                <SchoolLink id={row.schoolId} name={row.school} />
              </td>
              <td>{row.year}</td>
              <td>{row.subject}</td>
              <td data-number>{row.grade}</td>
              <td data-number>{formatNumber(row.participants)}</td>
              {has.marks ? (
                <td data-number title={row.marksDerived ? ru.derived : undefined}>
                  {marksOf(row)}
                </td>
              ) : null}
              {has.below ? <td data-number>{formatNumber(row.belowThreshold)}</td> : null}
              {has.mean ? <td data-number>{formatNumber(row.mean, 3)}</td> : null}
              <Counts leftOut={row.leftOut} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The schools that a figure counts, those left out with the reason. */
export function FormulaSchools({ schools, total }: { schools: readonly ExplainedSchool[]; total: number }) {
  return (
    <details className={classes.rows} open={schools.length <= 5}>
      <summary>{ru.schoolsCount(total)}</summary>
      <table>
        <caption className={classes.soft}>
          {schools.length < total ? ru.more(schools.length, total) : ru.schools}
        </caption>
        <thead>
          <tr>
            <th scope="col">{ru.columns.school}</th>
            <th scope="col">{ru.columns.value}</th>
            <th scope="col">{ru.columns.counts}</th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr key={school.schoolId} data-left-out={school.leftOut ? true : undefined}>
              <td>
                <SchoolLink id={school.schoolId} name={school.school} />
              </td>
              <td>{school.value ?? missing}</td>
              <Counts leftOut={school.leftOut} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

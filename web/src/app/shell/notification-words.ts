import type { LinkProps } from '@tanstack/react-router';
import type { NotificationDetails } from '@/api/gen/types.gen';
import { schoolForms } from '@/api/terms';
import { formatCount, formatDay, formatNumber } from '@/lib/format';

/** What a notification says: made of its kind and of names as they are now. */
export function notificationWords({
  kind,
  school,
  import: file,
  cohort,
  report,
  courseRun,
}: NotificationDetails): string {
  const name = school ? `«${school.name}»` : 'Школа';
  const table = file?.fileName ? `«${file.fileName}»` : 'таблицы';
  switch (kind) {
    case 'ImportFinished':
      return file && file.rejected > 0
        ? `Импорт ${table} завершён, не приняты строки: ${formatNumber(file.rejected)}`
        : `Импорт ${table} завершён`;
    case 'ImportFailed':
      return `Импорт ${table} не выполнен`;
    case 'SchoolMoved':
      return school && !school.reachable
        ? `${name}: школа переведена в другой муниципалитет`
        : `${name}: школа сменила муниципалитет`;
    case 'SchoolClosed':
      return `${name}: школа закрыта`;
    case 'SchoolMerged':
      return `${name}: школа присоединена к другой`;
    case 'AccessGranted':
      return 'Вам дали ещё одну роль';
    case 'RightsLent':
      return 'Коллега передал вам свои права на время';
    case 'ReportSubmitted':
      return `${school ? name : 'Муниципалитет'}: показатели${periodOf(report)} сданы и ждут приёмки`;
    case 'ReportReturned':
      return `${school ? name : 'Муниципалитет'}: показатели${periodOf(report)} возвращены на доработку`;
    case 'ReportAccepted':
      return `${school ? name : 'Муниципалитет'}: показатели${periodOf(report)} приняты`;
    case 'SeatFound':
      return courseRun
        ? `${name}: педагог из листа ожидания получил место на курсе «${courseRun.course}» с ${formatDay(courseRun.startsOn)}`
        : `${name}: педагог из листа ожидания получил место на курсе`;
    case 'RunCancelled':
      return courseRun
        ? `Отменён поток курса «${courseRun.course}» с ${formatDay(courseRun.startsOn)}, на который записаны ваши педагоги`
        : 'Отменён поток курса, на который записаны ваши педагоги';
    default:
      return cohort
        ? `В перечне «${cohort.name}» ваших: ${formatCount(cohort.schools, schoolForms)}`
        : 'Перечень, в котором были ваши школы, удалён';
  }
}

const periodOf = (report: NotificationDetails['report']) => (report ? ` за ${report.period}` : '');

/** Where it leads; nowhere when what it is about is out of reach. */
export function notificationLink({
  kind,
  school,
  import: file,
  cohort,
  courseRun,
}: NotificationDetails): LinkProps | undefined {
  if (kind === 'AccessGranted' || kind === 'RightsLent') return { to: '/profile' };
  if (file) return { to: '/imports/$importId', params: { importId: file.id } } as LinkProps;
  if (courseRun) return { to: '/training/runs/$runId', params: { runId: courseRun.id } } as LinkProps;
  if (school?.reachable) return { to: '/schools/$schoolId', params: { schoolId: school.id } } as LinkProps;
  if (cohort) return { to: '/cohorts/$cohortId', params: { cohortId: cohort.id } } as LinkProps;
  return undefined;
}

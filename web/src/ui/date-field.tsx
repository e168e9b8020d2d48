import { DateInput, type DateInputProps } from '@mantine/dates';
import '@mantine/dates/styles.css';
import dayjs from 'dayjs';
import 'dayjs/locale/ru';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { ru } from './ru';

dayjs.extend(customParseFormat);

/** A day typed or chosen, shown as DD.MM.YYYY, given and taken as `YYYY-MM-DD`. */
export function DateField(props: DateInputProps) {
  return (
    <DateInput
      valueFormat="DD.MM.YYYY"
      placeholder={ru.date.placeholder}
      locale="ru"
      firstDayOfWeek={1}
      hideOutsideDates
      // The calendar must not cover the error under the field.
      popoverProps={{ position: 'top-start', middlewares: { flip: false, shift: true } }}
      dateParser={(text) => {
        const day = dayjs(text.trim(), ['DD.MM.YYYY', 'D.M.YYYY', 'DD.MM.YY', 'YYYY-MM-DD'], true);
        return day.isValid() ? day.format('YYYY-MM-DD') : null;
      }}
      ariaLabels={{
        previousMonth: ru.date.previousMonth,
        nextMonth: ru.date.nextMonth,
        previousYear: ru.date.previousYear,
        nextYear: ru.date.nextYear,
        previousDecade: ru.date.previousDecade,
        nextDecade: ru.date.nextDecade,
        monthLevelControl: ru.date.monthLevelControl,
        yearLevelControl: ru.date.yearLevelControl,
      }}
      getDayProps={(day) => ([0, 6].includes(dayjs(day).day()) ? { style: { color: 'var(--o-bad)' } } : {})}
      {...props}
    />
  );
}

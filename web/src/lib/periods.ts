/** A period of the contract as people write it: «2019/2020», «2019/2020, 1-е полугодие», «2019, 2-й квартал». */
export function formatPeriod(period: string): string {
  const [, year = period, kind, number] = period.match(/^(.+)-([HQ])(\d)$/) ?? [];
  if (!kind) return year;
  return kind === 'H' ? `${year}, ${number}-е полугодие` : `${year}, ${number}-й квартал`;
}

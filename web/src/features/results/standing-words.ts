import type { MeRegion, SchoolStandingDetails } from '@/api/gen/types.gen';
import { assessmentNames, categoryName } from '@/api/terms';
import { formatMean, lowerFirst } from '@/lib/format';

/** «В перечне 2020 года (ШНОР); русский язык ЕГЭ вырос с 66,4 до 71,2, на 2,7 ниже региона.» Only what is known. */
export function standingWords({ list, work }: SchoolStandingDetails, region: MeRegion): string | undefined {
  const parts: string[] = [];
  if (list) parts.push(`в перечне ${list.period} года (${categoryName(list.category, region)})`);
  if (work) {
    const { assessment, subject, grade, mean, before, difference, small } = work;
    const scale = mean <= 5 && assessment !== 'EGE' ? 'marks' : 'points';
    const name = `${lowerFirst(subject)} ${assessmentNames[assessment]}${assessment === 'EGE' || assessment === 'OGE' ? '' : ` (${grade} класс)`}`;
    const now = formatMean(mean, scale);
    const text =
      before == null
        ? `${name}: ${now} в ${work.year} году`
        : mean === before
          ? `${name}: ${now}, как и год назад`
          : `${name}: ${mean > before ? 'рост' : 'снижение'} с ${formatMean(before, scale)} до ${now}`;
    parts.push(
      [text, beside(difference, scale), small ? 'участников меньше пяти' : undefined].filter(Boolean).join(', '),
    );
  }
  if (parts.length === 0) return undefined;
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function beside(difference: number | null | undefined, scale: 'points' | 'marks'): string | undefined {
  if (difference == null) return undefined;
  if (difference === 0) return 'как в среднем по региону';
  return `на ${formatMean(Math.abs(difference), scale)} ${difference > 0 ? 'выше' : 'ниже'} региона`;
}

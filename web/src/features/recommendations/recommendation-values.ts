import { z } from 'zod/mini';
import type {
  AddRecommendationBody,
  FigureName,
  OfferedFigures,
  RecommendationBody,
  RecommendationDetails,
} from '@/api/gen/types.gen';
import { needed } from '@/lib/fields';
import { formatDay, missing } from '@/lib/format';
import { form, kindNames, kinds } from './ru';
import type { NewRecommendationSearch } from './search';

export const levels = ['school', 'municipality', 'region'] as const;
export type Level = (typeof levels)[number];

const textLength = 4_000;

const figureName = z.object({
  indicatorId: z.string(),
  period: z.string(),
  schoolId: z.nullish(z.string()),
  municipalityCode: z.nullish(z.string()),
});

export const recommendationSchema = z
  .object({
    kind: z.enum(kinds),
    level: z.enum(levels),
    schoolId: z.nullable(z.string()),
    municipalityCode: z.nullable(z.string()),
    text: needed(form.required, textLength),
    ownerId: z.nullable(z.string()),
    dueOn: z.nullable(z.string()),
    causes: z.array(figureName),
  })
  .check(
    z.refine(({ level, schoolId }) => level !== 'school' || Boolean(schoolId), {
      path: ['schoolId'],
      error: form.required,
    }),
    z.refine(({ level, municipalityCode }) => level !== 'municipality' || Boolean(municipalityCode), {
      path: ['municipalityCode'],
      error: form.required,
    }),
  );

/** What the form holds. */
export type RecommendationValues = z.infer<typeof recommendationSchema>;

/** The place that is addressed, as the API asks for its figures; undefined while it is not chosen. */
export function placeOf({
  level,
  schoolId,
  municipalityCode,
}: Pick<RecommendationValues, 'level' | 'schoolId' | 'municipalityCode'>) {
  if (level === 'school') return schoolId ? { school: schoolId } : undefined;
  if (level === 'municipality') return municipalityCode ? { municipality: municipalityCode } : undefined;
  return {};
}

/** The name of a figure of the place that is addressed. */
export function figureOf(
  { level, schoolId, municipalityCode }: RecommendationValues,
  indicatorId: string,
  period: string,
): FigureName {
  return {
    indicatorId,
    period,
    schoolId: level === 'school' ? schoolId : null,
    municipalityCode: level === 'municipality' ? municipalityCode : null,
  };
}

export const sameFigure = (one: FigureName, other: FigureName) =>
  one.indicatorId === other.indicatorId &&
  one.period === other.period &&
  (one.schoolId ?? null) === (other.schoolId ?? null) &&
  (one.municipalityCode ?? null) === (other.municipalityCode ?? null);

/** What is known when the form opens: to whom, and the figure from which it follows. */
export function startValues(search: NewRecommendationSearch, offered: readonly OfferedFigures[]): RecommendationValues {
  const { school, municipality, indicator, period } = search;
  const values: RecommendationValues = {
    kind: 'Recommendation',
    level: school || !municipality ? 'school' : 'municipality',
    schoolId: school ?? null,
    municipalityCode: school ? null : (municipality ?? null),
    text: '',
    ownerId: null,
    dueOn: null,
    causes: [],
  };
  // A link without a period means the newest figure.
  const when = period ?? offered.find(({ indicatorId }) => indicatorId === indicator)?.figures[0]?.period;
  return indicator && when && (school || municipality)
    ? { ...values, causes: [figureOf(values, indicator, when)] }
    : values;
}

export function valuesOf({ kind, text, to, owner, dueOn, figures }: RecommendationDetails): RecommendationValues {
  return {
    kind,
    level: to.schoolId ? 'school' : to.municipalityCode ? 'municipality' : 'region',
    schoolId: to.schoolId,
    municipalityCode: to.schoolId ? null : to.municipalityCode,
    text,
    ownerId: owner?.id ?? null,
    dueOn,
    causes: figures.map(({ indicatorId, period, schoolId, municipalityCode }) => ({
      indicatorId,
      period,
      schoolId,
      municipalityCode: schoolId ? null : municipalityCode,
    })),
  };
}

export function revision({ kind, text, ownerId, dueOn, causes }: RecommendationValues): RecommendationBody {
  return { kind, text: text.trim(), ownerId, dueOn: dueOn || null, causes };
}

export function addition(values: RecommendationValues): AddRecommendationBody {
  const { level, schoolId, municipalityCode } = values;
  return {
    says: revision(values),
    schoolId: level === 'school' ? schoolId : null,
    municipalityCode: level === 'municipality' ? municipalityCode : null,
  };
}

/** The fields that two versions of a recommendation are compared by, in words. */
export const comparedFields = ['kind', 'text', 'ownerId', 'dueOn'] as const;

export function valueWords(
  values: RecommendationValues,
  field: (typeof comparedFields)[number],
  ownerName: (id: string) => string,
): string {
  if (field === 'kind') return kindNames[values.kind];
  if (field === 'dueOn') return formatDay(values.dueOn);
  if (field === 'ownerId') return values.ownerId ? ownerName(values.ownerId) : missing;
  return values.text.trim();
}

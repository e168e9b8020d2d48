import { z } from 'zod/mini';
import { categories } from '@/api/terms';
import { optional, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

const optionalPeriod = optional(z.string().check(z.regex(/^\d{4}(\/\d{4})?(-[HQ][1-4])?$/)));

export const achievements = ['Achieved', 'NotAchieved', 'NoValue', 'NoTarget'] as const;
export const groupings = ['municipality', 'category', 'cohort'] as const;

/** What the address of the panel holds; what is left out is the newest period of the first set. */
export const panelSearch = z.object({
  set: optionalText,
  period: optionalPeriod,
  category: optionalOf(categories),
  cohort: optionalText,
  indicator: optionalText,
});
export type PanelSearch = z.infer<typeof panelSearch>;

export const indicatorSearch = z.object({
  period: optionalPeriod,
  category: optionalOf(categories),
  cohort: optionalText,
  municipality: optionalText,
  achievement: optionalOf(achievements),
  groupBy: optionalOf(groupings),
  sort: optionalOf(['place', '-place', 'name', '-name', 'municipality', '-municipality', 'target', '-target']),
  page: optionalPage,
});
export type IndicatorSearch = z.infer<typeof indicatorSearch>;

export const schoolIndicatorsSearch = z.object({ set: optionalText, period: optionalPeriod });
export type SchoolIndicatorsSearch = z.infer<typeof schoolIndicatorsSearch>;

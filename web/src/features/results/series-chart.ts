import type { EChartsCoreOption } from 'echarts/core';
import type { SchoolResultPoint, SchoolResultSeries } from '@/api/gen/types.gen';
import { formatMean } from '@/lib/format';
import type { Palette } from '@/ui/tokens';
import { regionMean } from './model';
import { ru } from './ru';

/** The label stands on the side where the line of the region is not. */
function besideLine(point: SchoolResultPoint): 'top' | 'bottom' {
  const region = regionMean(point);
  return region && point.mean !== null && region.mean > point.mean ? 'bottom' : 'top';
}

/** Lines by year: the school, the published region and the loaded schools of the region, told apart by dash and shape. */
export function seriesOption(series: SchoolResultSeries, colors: Palette, narrow: boolean): EChartsCoreOption {
  const years = series.points.map((point) => String(point.year));
  const show = (value: unknown) => formatMean(typeof value === 'number' ? value : null, series.scale);
  const line = (
    name: string,
    value: (point: SchoolResultPoint) => number | null | undefined,
    color: string,
    dash: 'solid' | 'dashed' | 'dotted',
    symbol: string,
  ) => ({
    name,
    type: 'line',
    data: series.points.map((point) => ({ value: value(point) ?? null, label: { position: besideLine(point) } })),
    lineStyle: { color, width: dash === 'solid' ? 2.5 : 1.5, type: dash },
    itemStyle: { color },
    symbol,
    symbolSize: dash === 'solid' ? 9 : 7,
    // Only the school is labelled: three labels at one year would cover each other.
    label:
      dash === 'solid'
        ? {
            show: true,
            color: colors.ink,
            fontWeight: 600,
            formatter: (item: { value: unknown }) => show(item.value),
          }
        : { show: false },
    connectNulls: false,
  });
  const lines = [
    line(ru.school, (point) => point.mean, colors.brand, 'solid', 'circle'),
    line(ru.published, (point) => point.publishedRegion?.mean, colors.inkSoft, 'dashed', 'rect'),
    line(ru.region, (point) => point.region?.mean, colors.inkSoft, 'dotted', 'triangle'),
  ].filter(({ data }) => data.some(({ value }) => value !== null));
  return {
    grid: { top: narrow ? 84 : 44, right: 24, bottom: 28, left: 44 },
    legend: {
      top: 0,
      left: 0,
      orient: narrow ? 'vertical' : 'horizontal',
      itemGap: narrow ? 4 : 20,
      textStyle: { color: colors.inkSoft },
      data: lines.map(({ name }) => name),
    },
    xAxis: {
      type: 'category',
      data: years,
      boundaryGap: years.length < 3,
      axisLine: { lineStyle: { color: colors.lineStrong } },
      axisTick: { show: false },
      axisLabel: { color: colors.inkSoft },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      boundaryGap: ['12%', '18%'],
      axisLabel: { color: colors.inkSoft, formatter: (value: number) => formatMean(value, series.scale) },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: lines,
  };
}

import type { EChartsCoreOption } from 'echarts/core';
import type { IndicatorTrend, TrendPoint } from '@/api/gen/types.gen';
import type { Palette } from '@/ui/tokens';
import { formatValue } from './model';
import { ru } from './ru';

/** Lines by period: fact, target and what stands beside, told apart by dash and shape. */
export function trendOption(
  { indicator, points }: IndicatorTrend,
  colors: Palette,
  narrow: boolean,
): EChartsCoreOption {
  const show = (value: unknown) => formatValue(typeof value === 'number' ? value : null, indicator);
  const line = (
    name: string,
    value: (point: TrendPoint) => number | null | undefined,
    color: string,
    dash: 'solid' | 'dashed' | 'dotted',
    symbol: string,
  ) => ({
    name,
    type: 'line',
    data: points.map((point) => value(point) ?? null),
    lineStyle: { color, width: dash === 'solid' ? 2.5 : 1.5, type: dash },
    itemStyle: { color },
    symbol,
    symbolSize: dash === 'solid' ? 9 : 7,
    connectNulls: false,
    label:
      dash === 'solid'
        ? { show: true, color: colors.ink, fontWeight: 600, formatter: (item: { value: unknown }) => show(item.value) }
        : { show: false },
  });
  const lines = [
    line(ru.trend.own, (point) => point.own?.value, colors.brand, 'solid', 'circle'),
    line(ru.trend.target, (point) => point.target, colors.attention, 'dashed', 'diamond'),
    line(ru.trend.baseline, (point) => point.baseline, colors.attention, 'dotted', 'emptyCircle'),
    line(ru.trend.municipality, (point) => point.municipality?.figure.value, colors.inkSoft, 'dashed', 'rect'),
    line(ru.trend.region, (point) => point.region?.figure.value, colors.inkSoft, 'dotted', 'triangle'),
  ].filter(({ data }) => data.some((value) => value !== null));
  return {
    grid: { top: narrow ? 84 : 44, right: 32, bottom: 28, left: 56 },
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
      data: points.map(({ period }) => period),
      boundaryGap: points.length < 3,
      axisLine: { lineStyle: { color: colors.lineStrong } },
      axisTick: { show: false },
      axisLabel: { color: colors.inkSoft },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      boundaryGap: ['12%', '18%'],
      axisLabel: { color: colors.inkSoft, formatter: (value: number) => show(value) },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: lines,
  };
}

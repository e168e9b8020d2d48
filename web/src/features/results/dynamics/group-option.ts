import type { EChartsCoreOption } from 'echarts/core';
import type { DynamicsGroup } from '@/api/gen/types.gen';
import { formatOutOf, formatPercent, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import type { Palette } from '@/ui/tokens';
import { hasShare, isSmall } from './model';
import { ru } from './ru';

/** Horizontal bars of shares, highest on top; hatched where few schools, empty with «–» where none. */
export function groupOption(
  sorted: readonly DynamicsGroup[],
  overall: DynamicsGroup | undefined,
  colors: Palette,
  narrow: boolean,
): EChartsCoreOption {
  // The axis of categories grows upwards, so the first goes last.
  const groups = [...sorted].reverse();
  const label = (group: DynamicsGroup) =>
    hasShare(group)
      ? `${formatPercent(group.share)}${isSmall(group.share) ? '*' : ''}  {n|${formatOutOf(group.share)}}`
      : `${missing}  {n|${ru.noData}}`;
  const whole = overall && hasShare(overall) ? (overall.share.numerator * 100) / overall.share.denominator : undefined;
  return {
    grid: {
      top: 24,
      right: narrow ? 100 : 120,
      bottom: 8,
      left: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: { type: 'value', min: 0, max: 100, show: false },
    yAxis: {
      type: 'category',
      data: groups.map(({ name }) => shortPlace(name)),
      axisLine: { lineStyle: { color: colors.lineStrong } },
      axisTick: { show: false },
      axisLabel: {
        color: colors.ink,
        fontSize: narrow ? 12 : 13,
        width: narrow ? 100 : 190,
        overflow: 'truncate',
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: '58%',
        cursor: 'pointer',
        data: groups.map((group) => ({
          value: hasShare(group) ? (group.share.numerator * 100) / group.share.denominator : 0,
          itemStyle: isSmall(group.share)
            ? {
                color: colors.neutral,
                decal: {
                  symbol: 'rect',
                  dashArrayX: [1, 0],
                  dashArrayY: [2, 4],
                  rotation: -Math.PI / 4,
                  color: colors.surface,
                },
              }
            : { color: colors.brand },
          label: { formatter: label(group) },
        })),
        itemStyle: { borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          color: colors.ink,
          fontSize: 13,
          backgroundColor: colors.surface,
          padding: [1, 3],
          rich: { n: { color: colors.inkSoft, fontSize: 12 } },
        },
        ...(whole === undefined
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: colors.attention, type: 'dashed', width: 1.5 },
                label: {
                  formatter: `${ru.wholeLine} ${formatPercent(overall?.share)}`,
                  position: 'end',
                  color: colors.attention,
                  fontSize: 12,
                },
                data: [{ xAxis: whole }],
              },
            }),
      },
    ],
  };
}

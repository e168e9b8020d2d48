import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { fontFamily, palette } from './tokens';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, CanvasRenderer]);

interface Picture {
  option: EChartsCoreOption;
  height: number;
  title: string;
  subtitle: string;
}

/** The chart as a PNG for a report: on white, with its headline and what it was filtered by, at twice the size. */
export async function chartPng({ option, height, title, subtitle }: Picture): Promise<Blob> {
  await document.fonts.ready;
  const box = document.createElement('div');
  const head = 84;
  const chart = init(box, undefined, { renderer: 'canvas', width: 1120, height: height + head, devicePixelRatio: 2 });
  try {
    const grid = option.grid as { top?: number } | undefined;
    const legend = option.legend as { top?: number } | undefined;
    chart.setOption({
      ...option,
      animation: false,
      backgroundColor: palette.light.surface,
      textStyle: { fontFamily },
      title: {
        text: title,
        subtext: subtitle,
        left: 24,
        top: 20,
        textStyle: { fontSize: 20, fontWeight: 600, color: palette.light.ink },
        subtextStyle: { fontSize: 13, color: palette.light.inkSoft },
      },
      grid: { ...grid, top: (grid?.top ?? 0) + head },
      ...(legend ? { legend: { ...legend, top: (legend.top ?? 0) + head } } : {}),
    });
    const data = chart.getDataURL({ type: 'png', backgroundColor: palette.light.surface });
    const bytes = Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (c) => c.charCodeAt(0));
    return new Blob([bytes], { type: 'image/png' });
  } finally {
    chart.dispose();
  }
}

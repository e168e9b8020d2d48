import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { fontFamily } from './tokens';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export interface ChartViewProps {
  option: EChartsCoreOption;
  height: number;
  label: string;
  onSelect?: ((index: number) => void) | undefined;
}

/** ECharts in SVG; redrawn when the option, the theme or the width changes. */
export default function ChartView({ option, height, label, onSelect }: ChartViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another colour scheme needs a new drawing
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) => {
      if (typeof event.dataIndex === 'number') select.current?.(event.dataIndex);
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [scheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chart above was made anew for the scheme
  useEffect(() => {
    // Without motion: a sheet is printed from the first frame, and a state service does not need bars that grow.
    chart.current?.setOption({ animation: false, textStyle: { fontFamily }, ...option }, { notMerge: true });
    chart.current?.resize();
  }, [option, height, label, scheme]);

  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}

import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './chart.module.css';
import { ru } from './ru';

interface Props {
  /** The headline is the answer, not the name of the chart. */
  title: string;
  subtitle: string;
  /** The picture. */
  children: ReactNode;
  /** The same figures as a table, shown instead of the picture on demand; left out where a table stands beside it. */
  table?: ReactNode;
  /** Saves the picture as a file. */
  onSave: () => Promise<void>;
}

/** What stands around every picture: headline, picture or table, and a PNG for a report. */
export function ChartFrame({ title, subtitle, children, table, onSave }: Props) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const asTable = view === 'table' && table;
  return (
    <figure className={classes.root}>
      <figcaption className={classes.head}>
        <span className={classes.words}>
          <strong className={classes.title}>{title}</strong>
          <span className={classes.subtitle}>{subtitle}</span>
        </span>
        <span className={`${classes.tools} no-print`}>
          {table ? (
            <SegmentedControl
              size="xs"
              value={view}
              onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
              aria-label={ru.chart.view}
              data={[
                { value: 'chart', label: <Icon icon={<IconChartBar size={18} />} label={ru.chart.chart} /> },
                { value: 'table', label: <Icon icon={<IconTable size={18} />} label={ru.chart.table} /> },
              ]}
            />
          ) : null}
          <Tooltip label={ru.chart.png}>
            <ActionIcon
              variant="default"
              size={32}
              aria-label={ru.chart.png}
              disabled={Boolean(asTable)}
              onClick={() => void onSave()}
            >
              <IconDownload size={18} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </span>
      </figcaption>
      {asTable || children}
    </figure>
  );
}

function Icon({ icon, label }: { icon: ReactNode; label: string }) {
  return (
    <Tooltip label={label}>
      <span className={classes.icon}>
        {icon}
        <span className="visually-hidden">{label}</span>
      </span>
    </Tooltip>
  );
}

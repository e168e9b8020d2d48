import { Button, Group, SegmentedControl } from '@mantine/core';
import { formatCount, formatNumber } from '@/lib/format';
import { Dialog } from '@/ui/dialog';
import { StatusBadge } from '@/ui/status-badge';
import { periodName } from './model';
import type { PastePlan, Planned } from './paste';
import classes from './paste-dialog.module.css';
import { cellForms, ru, valueForms } from './ru';

interface Props {
  plan: PastePlan;
  /** What the first column of the block is; null when it needs no asking. */
  first: Layout | null;
  onFirst: (first: Layout) => void;
  onApply: () => void;
  onClose: () => void;
}

type Layout = keyof typeof ru.paste.layouts;
const layouts = ['target', 'base'] as const satisfies readonly Layout[];
const tones = { accepted: 'good', refused: 'bad', unchanged: 'neutral' } as const;

/** «24 значения, 2 не приняты». */
export function pasteSummary({ accepted, refused, unchanged, outside }: PastePlan): string {
  return [
    formatCount(accepted.length, valueForms),
    refused > 0 ? ru.paste.refusedCount(refused) : '',
    unchanged > 0 ? ru.paste.same(formatNumber(unchanged)) : '',
    outside > 0 ? ru.paste.outside(formatCount(outside, cellForms)) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A pasted block before it is written: each cell tinted by what will become of it. */
export function PasteDialog({ plan, first, onFirst, onApply, onClose }: Props) {
  const tracks = plan.rows[0]?.map(({ spot }) => spot) ?? [];
  const some = plan.accepted.length > 0;
  return (
    <Dialog title={ru.paste.title} size="lg" onClose={onClose}>
      {first ? (
        <div className={classes.layout}>
          <span id="paste-layout">{ru.paste.layout}</span>
          <SegmentedControl
            aria-labelledby="paste-layout"
            value={first}
            data={layouts.map((value) => ({ value, label: ru.paste.layouts[value] }))}
            onChange={(value) => onFirst(value as Layout)}
          />
        </div>
      ) : null}
      <p className={classes.summary} role="status">
        {pasteSummary(plan)}
      </p>
      {some ? null : <p>{ru.paste.nothing}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={ru.paste.title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{ru.indicator}</th>
              {tracks.map(({ column, field }) => (
                <th key={`${column.id}|${field}`} scope="col">
                  {periodName(column.period)}, {ru.fieldNames[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row) => (
              <tr key={row[0]?.key}>
                <th scope="row">{nameOf(row[0])}</th>
                {row.map((cell) => (
                  <td key={cell.key} data-verdict={cell.verdict}>
                    <span className={classes.change}>
                      {cell.verdict !== 'unchanged' && cell.before ? <s>{cell.before}</s> : null}
                      <b>{cell.text || ru.conflict.empty}</b>
                    </span>
                    <StatusBadge tone={tones[cell.verdict]}>{ru.paste[cell.verdict]}</StatusBadge>
                    {cell.why ? <span className={classes.why}>{cell.why}</span> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {ru.paste.cancel}
        </Button>
        {some ? (
          <Button onClick={onApply} data-autofocus>
            {ru.paste.apply(formatCount(plan.accepted.length, valueForms))}
          </Button>
        ) : null}
      </Group>
    </Dialog>
  );
}

function nameOf(cell: Planned | undefined): string {
  if (!cell) return '';
  const { indicator, part } = cell.spot.line;
  return `${indicator.number}. ${indicator.name}${part.name ? `, ${part.name}` : ''}`;
}

import { useElementSize } from '@mantine/hooks';
import type { NetworkLink } from '@/api/gen/types.gen';
import classes from './partnerships.module.css';

const rowHeight = 34;
const usualWidth = 960;
const textShare = 0.36;

interface Node {
  id: string;
  name: string;
}

/** Partners on the left, the schools that they help on the right, a line for each pair; those who help most stand first. */
export function NetworkPicture({ links, label }: { links: readonly NetworkLink[]; label: string }) {
  const { ref, width: measured } = useElementSize();
  const width = measured || usualWidth;
  const partners = nodes(links.map(({ partner }) => partner));
  const schools = nodes(
    // Next to those who help them, so that lines cross little.
    partners.flatMap(({ id }) => links.filter(({ partner }) => idOf(partner) === id).map(({ school }) => school)),
    false,
  );
  const rows = Math.max(partners.length, schools.length);
  const height = rows * rowHeight;
  const y = (list: readonly Node[], id: string) =>
    ((list.findIndex((node) => node.id === id) + 0.5) * height) / list.length;
  const [left, right] = [width * textShare, width * (1 - textShare)];
  const longest = Math.floor(left / 8);
  return (
    <div ref={ref}>
      <svg viewBox={`0 0 ${width} ${height}`} className={classes.network} role="img" aria-label={label}>
        {links.map(({ partner, school, agreements }) => {
          const [from, to] = [y(partners, idOf(partner)), y(schools, idOf(school))];
          const bend = (right - left) / 2;
          return (
            <path
              key={idOf(partner) + idOf(school)}
              d={`M${left + 8} ${from}C${left + bend} ${from} ${right - bend} ${to} ${right - 8} ${to}`}
              strokeWidth={Math.min(4, 1 + agreements.length * 0.5)}
            />
          );
        })}
        {partners.map(({ id, name }) => (
          <Label key={id} name={name} x={left} y={y(partners, id)} end longest={longest} />
        ))}
        {schools.map(({ id, name }) => (
          <Label key={id} name={name} x={right} y={y(schools, id)} longest={longest} />
        ))}
      </svg>
    </div>
  );
}

function Label({
  name,
  x,
  y,
  end = false,
  longest,
}: {
  name: string;
  x: number;
  y: number;
  end?: boolean;
  longest: number;
}) {
  return (
    <>
      <circle cx={end ? x + 8 : x - 8} cy={y} r={4} />
      <text x={end ? x - 4 : x + 4} y={y + 4} textAnchor={end ? 'end' : 'start'}>
        <title>{name}</title>
        {name.length > longest ? `${name.slice(0, longest - 1)}…` : name}
      </text>
    </>
  );
}

const idOf = ({ schoolId, organisationId }: NetworkLink['partner']) => schoolId ?? organisationId ?? '';

function nodes(sides: readonly NetworkLink['partner'][], byCount = true): Node[] {
  const counts = new Map<string, Node & { count: number }>();
  for (const side of sides) {
    const known = counts.get(idOf(side));
    if (known) known.count += 1;
    else counts.set(idOf(side), { id: idOf(side), name: side.name, count: 1 });
  }
  const all = [...counts.values()];
  return byCount ? all.sort((a, b) => b.count - a.count) : all;
}

import { Skeleton } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import classes from './overview.module.css';
import { ru } from './ru';

interface CardProps {
  title: string;
  /** Where the register is. */
  link: LinkProps;
  children: ReactNode;
}

/** One register in a few figures. */
export function FigureCard({ title, link, children }: CardProps) {
  return (
    <Card
      title={title}
      aside={
        <Link {...link} aria-label={`${ru.open}: ${title}`}>
          {ru.open}
        </Link>
      }
    >
      {children}
    </Card>
  );
}

/** What a query says so far: a number, not yet, or not at all. */
export interface Asked {
  data?: number;
  error?: unknown;
}

interface FigureProps {
  asked: Asked;
  label: string | ((n: number) => string);
  /** The list behind the number. */
  link?: LinkProps;
  /** Somebody should look at it while it is not zero. */
  alarm?: boolean;
}

/** Figures under each other, each a link to the list that it counts. */
export function Figures({ children }: { children: ReactNode }) {
  return <ul className={classes.figures}>{children}</ul>;
}

export function Figure({ asked: { data, error }, label, link, alarm = false }: FigureProps) {
  const words = typeof label === 'function' ? label(data ?? 0) : label;
  const content = (
    <>
      <strong data-alarm={(alarm && data) || undefined}>
        {data === undefined ? error ? '–' : <Skeleton width={28} height={22} /> : formatNumber(data)}
      </strong>
      <span>{data === undefined && error ? `${words}: ${ru.unknown}` : words}</span>
    </>
  );
  return <li>{link ? <Link {...link}>{content}</Link> : <div>{content}</div>}</li>;
}

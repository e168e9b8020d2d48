import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExplanationDetails } from '@/api/gen/types.gen';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './formula.module.css';
import { type ExplainedPlace, explanationOptions } from './formula-queries';
import { formulaRu as ru } from './formula-ru';
import { FormulaStep, type OpenIndicator } from './formula-step';

interface Props extends ExplainedPlace {
  indicatorId: string;
  period: string;
}

/** «Как посчитано»: a value with its formula in words and everything behind it, on to other indicators and back. */
export function FormulaExplanation({ indicatorId, period, school, municipality }: Props) {
  const [way, setWay] = useState<readonly { indicatorId: string; period: string }[]>([]);
  const now = way.at(-1) ?? { indicatorId, period };
  const { data, error, isPending, refetch } = useQuery(
    explanationOptions(now.indicatorId, now.period, { school, municipality }),
  );
  return (
    <Stack gap="sm">
      {way.length > 0 ? (
        <div>
          <Button size="xs" variant="default" onClick={() => setWay(way.slice(0, -1))}>
            {ru.back}
          </Button>
        </div>
      ) : null}
      {error ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <DelayedSkeleton rows={4} />
      ) : (
        <Explained details={data} onOpen={(id, when) => setWay([...way, { indicatorId: id, period: when }])} />
      )}
    </Stack>
  );
}

function originOf({ origin, row }: ExplanationDetails): string {
  const word = origin ? ru.enteredOrigin[origin] : '';
  return row ? ru.fromRow(word, row) : word;
}

function Explained({ details, onOpen }: { details: ExplanationDetails; onOpen: OpenIndicator }) {
  const { step } = details;
  return (
    <>
      <div>
        <strong>{details.name}</strong>
        <div className={classes.soft}>{ru.of(details.place, details.period)}</div>
      </div>
      <Facts
        items={[
          [ru.value, details.value ?? (step?.reason ? ru.because(step.reason) : ru.noData)],
          ...(details.origin ? [[ru.origin, originOf(details)] as [string, string]] : []),
          ...(details.words ? [[ru.words, details.words] as [string, string]] : []),
          ...(details.method ? [[ru.method, details.method] as [string, string]] : []),
        ]}
      />
      {details.isWithheld ? <Note tone="quiet">{ru.withheld}</Note> : null}
      {details.isStale && !details.isWithheld ? <Note>{ru.stale}</Note> : null}
      {step ? (
        <ul className={classes.tree} aria-label={ru.title}>
          <FormulaStep step={step} onOpen={onOpen} />
        </ul>
      ) : details.isOfOtherLevel ? (
        <Note tone="quiet">{ru.otherLevel}</Note>
      ) : details.formula ? null : (
        <Note tone="quiet">{ru.entered}</Note>
      )}
    </>
  );
}

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '@/lib/announce';
import { PageHeader } from '@/ui/page-header';
import { CheckStep } from './check-step';
import { LoadStep } from './load-step';
import { MappingStep } from './mapping-step';
import { OutcomeStep } from './outcome-step';
import { figuresChanged, importOptions } from './queries';
import { kindWords, ru, stateWords } from './ru';
import { Stepper } from './stepper';
import { isLoaded, shownStep } from './steps';

interface Props {
  importId: string;
  wanted: string | undefined;
  onWant: (step: 'mapping' | undefined) => void;
}

/** A load from the columns to its outcome; where it stands is the server's to say, so the page can be closed. */
export function ImportPage({ importId, wanted, onWant }: Props) {
  const job = useSuspenseQuery(importOptions(importId)).data;
  const queryClient = useQueryClient();
  const name = job.fileName ?? ru.batch;
  const before = useRef(job.state);
  useEffect(() => {
    if (before.current === job.state) return;
    before.current = job.state;
    announce(`${name}: ${stateWords[job.state]}`);
    if (isLoaded(job.state) || job.state === 'rolledBack') void figuresChanged(queryClient);
  }, [job.state, name, queryClient]);
  const step = shownStep(job, wanted);
  return (
    <>
      <PageHeader
        title={name}
        above={
          <p style={{ margin: '0 0 6px' }} className="no-print">
            <Link to="/imports">{ru.title}</Link>
          </p>
        }
        answer={kindWords[job.kind].title}
      />
      <Stepper step={step} />
      {step === 'mapping' ? <MappingStep job={job} onDone={() => onWant(undefined)} /> : null}
      {step === 'check' ? <CheckStep job={job} onBack={() => onWant('mapping')} /> : null}
      {step === 'load' ? <LoadStep job={job} /> : null}
      {step === 'outcome' ? <OutcomeStep job={job} /> : null}
    </>
  );
}

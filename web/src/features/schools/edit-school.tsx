import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseSchoolMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { SchoolDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { ConflictDialog } from './conflict-dialog';
import { schoolChanged, schoolOptions } from './queries';
import { form } from './ru';
import { SchoolForm } from './school-form';
import { revision, type SchoolValues, valuesOf } from './school-values';

/** Revision of a school under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditSchool({ schoolId }: { schoolId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(schoolOptions(schoolId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<SchoolDetails>(current);
  const [conflict, setConflict] = useState<{ mine: SchoolValues; theirs: SchoolDetails } | null>(null);
  const revise = useMutation({ ...reviseSchoolMutation(), mutationKey: ['revise-school'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/schools/$schoolId', params: { schoolId } });

  async function save(values: SchoolValues, version: number) {
    try {
      const school = await revise.mutateAsync({
        path: { id: schoolId },
        headers: ifMatch(version),
        body: revision(values),
      });
      setConflict(null);
      await schoolChanged(queryClient, school);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...schoolOptions(schoolId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }

  const problem = revise.error && toProblem(revise.error).status !== 412 ? revise.error : null;
  return (
    <>
      <PageHeader title={form.editTitle} answer={seen.name} />
      <SchoolForm
        initial={valuesOf(seen)}
        isNew={false}
        submitLabel={form.save}
        save={(values) => save(values, seen.version)}
        pending={revise.isPending}
        problem={problem}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <ConflictDialog
          mine={conflict.mine}
          theirs={valuesOf(conflict.theirs)}
          pending={revise.isPending}
          onMine={() => void save(conflict.mine, conflict.theirs.version).catch(() => undefined)}
          onTheirs={() => {
            setConflict(null);
            done.current = true;
            void toCard();
          }}
          onClose={() => setConflict(null)}
        />
      ) : null}
    </>
  );
}

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseRecommendationMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { RecommendationDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { recommendationChanged, recommendationOptions } from './queries';
import { RecommendationForm } from './recommendation-form';
import { comparedFields, type RecommendationValues, revision, valuesOf, valueWords } from './recommendation-values';
import { card, form, ru } from './ru';

/** Correction of an open recommendation under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditRecommendation({ recommendationId }: { recommendationId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(recommendationOptions(recommendationId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<RecommendationDetails>(current);
  const [conflict, setConflict] = useState<{ mine: RecommendationValues; theirs: RecommendationDetails } | null>(null);
  const revise = useMutation({ ...reviseRecommendationMutation(), mutationKey: ['revise-recommendation'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/recommendations/$recommendationId', params: { recommendationId } });

  async function save(values: RecommendationValues, version: number) {
    try {
      const headers = ifMatch(version);
      const saved = await revise.mutateAsync({ path: { id: recommendationId }, headers, body: revision(values) });
      setConflict(null);
      await recommendationChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...recommendationOptions(recommendationId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }
  const nameOf = (theirs: RecommendationDetails) => (id: string) =>
    [theirs.owner, seen.owner].find((one) => one?.id === id)?.name ?? card.another;

  return (
    <>
      <PageHeader title={form.editTitle} answer={seen.to.name} />
      <RecommendationForm
        initial={valuesOf(seen)}
        owner={seen.owner}
        stood={seen.figures}
        submitLabel={form.save}
        save={(values) => save(values, seen.version)}
        pending={revise.isPending}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <VersionConflict
          fields={comparedFields.map((field) => ({
            name: ru.fields[field],
            mine: valueWords(conflict.mine, field, nameOf(conflict.theirs)),
            theirs: valueWords(valuesOf(conflict.theirs), field, nameOf(conflict.theirs)),
          }))}
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

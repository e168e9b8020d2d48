import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { addRecommendationMutation } from '@/api/gen/@tanstack/react-query.gen';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { figuresOptions, namedSchoolOptions, recommendationChanged } from './queries';
import { RecommendationForm } from './recommendation-form';
import { addition, placeOf, type RecommendationValues, startValues } from './recommendation-values';
import { form, ru } from './ru';
import type { NewRecommendationSearch } from './search';

/** A new recommendation; the address may name to whom, and the figure from which it follows. */
export function AddRecommendation({ search }: { search: NewRecommendationSearch }) {
  const queryClient = useQueryClient();
  const add = useMutation({ ...addRecommendationMutation(), mutationKey: ['add-recommendation'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const named = search.school ?? '';
  const school = useQuery({ ...namedSchoolOptions(named), enabled: named !== '' }).data;
  // The route has loaded both; what is typed afterwards belongs to the form.
  const [initial] = useState<RecommendationValues>(() => {
    const place = placeOf(startValues(search, []));
    return startValues(search, place ? (queryClient.getQueryData(figuresOptions(place).queryKey) ?? []) : []);
  });
  async function save(values: RecommendationValues) {
    const added = await add.mutateAsync({ body: addition(values) });
    await recommendationChanged(queryClient, added);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/recommendations/$recommendationId', params: { recommendationId: added.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      <RecommendationForm
        initial={initial}
        addressee={{ school }}
        submitLabel={ru.add}
        save={save}
        pending={add.isPending}
        problem={add.error}
        done={done}
        onCancel={() => void navigate({ to: '/recommendations' })}
      />
    </>
  );
}

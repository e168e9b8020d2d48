import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { reviseClient } from '@/api/gen/sdk.gen';
import type { ClientDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { doneToast } from '@/ui/toast';
import { ClientForm, type ClientValues, networkList } from './client-form';
import { clientChanged } from './queries';
import { form } from './ru';

export function EditClient({ client, onClose }: { client: ClientDetails; onClose: () => void }) {
  const queryClient = useQueryClient();
  const revise = useMutation<ClientDetails, Problem, ClientValues>({
    mutationKey: ['revise-client', client.id],
    mutationFn: async ({ name, permissions, expiresOn, networks }) =>
      (
        await reviseClient({
          path: { id: client.id },
          headers: ifMatch(client.version),
          body: { name: name.trim(), permissions, expiresOn, networks: networkList(networks) },
          throwOnError: true,
        })
      ).data,
  });
  async function save(values: ClientValues) {
    await clientChanged(queryClient, await revise.mutateAsync(values));
    doneToast(form.saved);
    onClose();
  }
  return (
    <Dialog title={form.editTitle} size="lg" onClose={onClose}>
      <ClientForm
        initial={{
          name: client.name,
          kind: client.kind,
          place: client.place.code,
          permissions: client.permissions,
          expiresOn: client.expiresOn,
          networks: client.networks.join(', '),
        }}
        isNew={false}
        save={save}
        pending={revise.isPending}
        problem={revise.error}
        onCancel={onClose}
      />
    </Dialog>
  );
}

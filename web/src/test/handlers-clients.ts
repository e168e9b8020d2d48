import { HttpResponse, http } from 'msw';
import type { ClientDetails } from '@/api/gen/types.gen';
import { missingHere, paged } from './handlers-schools';

export const client: ClientDetails = {
  id: '00000000-0000-7000-8000-00000000a001',
  name: 'Электронный журнал',
  kind: 'municipal-system',
  place: { code: '92626000', name: 'Елабужский район', isRegion: false },
  permissions: ['registry:read', 'results:write'],
  expiresOn: '2020-08-31',
  networks: ['10.20.0.0/16'],
  state: 'active',
  createdAt: '2020-02-03T07:12:00Z',
  lastUsedAt: '2020-02-04T07:12:00Z',
  revokedAt: null,
  revokeReason: null,
  version: 3,
  keys: [
    {
      id: '00000000-0000-7000-8000-00000000b001',
      createdAt: '2020-02-03T07:12:00Z',
      expiresAt: null,
      lastUsedAt: '2020-02-04T07:12:00Z',
      state: 'active',
    },
  ],
};

export const clientHandlers = [
  http.get('*/api/v1/clients', ({ request }) => HttpResponse.json(paged([client], new URL(request.url)))),
  http.get('*/api/v1/clients/:id', ({ params }) =>
    params.id === client.id ? HttpResponse.json(client) : missingHere(),
  ),
  http.get('*/api/v1/changes', ({ request }) => HttpResponse.json(paged([], new URL(request.url)))),
];

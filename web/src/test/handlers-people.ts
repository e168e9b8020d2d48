import { HttpResponse, http } from 'msw';
import type {
  GrantDetails,
  InvitePeopleInvited,
  LookAtLinkLinkView,
  PersonDetails,
  PersonSummary,
  PreviewInvitationsPreview,
} from '@/api/gen/types.gen';
import { missingHere, paged } from './handlers-schools';

export const personIds = {
  director: '00000000-0000-7000-8000-000000002001',
  colleague: '00000000-0000-7000-8000-000000002002',
};

const schoolPlace = {
  kind: 'school',
  code: '160312002',
  name: 'СОШ № 2',
  schoolId: '00000000-0000-7000-8000-000000001002',
  municipality: 'Елабужский район',
} as const;

const grant: GrantDetails = {
  id: '00000000-0000-7000-8000-000000003001',
  role: 'School',
  place: schoolPlace,
  fromOn: null,
  toOn: null,
  state: 'Holds',
  grantedBy: { id: personIds.colleague, name: 'Коллега' },
  delegatedBy: null,
};

export const people: PersonSummary[] = [
  {
    id: personIds.director,
    displayName: 'Директор второй школы',
    userName: 'school-160312002',
    email: null,
    state: 'Invited',
    lastSignInAt: null,
    link: {
      purpose: 'Invitation',
      state: 'Open',
      createdAt: '2021-09-01T08:00:00Z',
      expiresAt: '2021-09-15T08:00:00Z',
    },
    grants: [grant],
    version: 1,
  },
  {
    id: personIds.colleague,
    displayName: 'Коллега',
    userName: 'coord@example.org',
    email: 'coord@example.org',
    state: 'Active',
    lastSignInAt: '2021-09-01T08:00:00Z',
    link: null,
    grants: [
      {
        ...grant,
        id: '00000000-0000-7000-8000-000000003002',
        role: 'Coordinator',
        place: { kind: 'municipality', code: '92626000', name: 'Елабужский район', schoolId: null, municipality: null },
      },
    ],
    version: 3,
  },
];

const details = (person: PersonSummary): PersonDetails => ({ ...person, blockedAt: null, holdsBeyond: false });
const find = (id: unknown) => people.find((person) => person.id === id);

/** A card after a change: the next version of it, with what changed. */
const changed = (id: unknown, more: Partial<PersonDetails>) => {
  const person = find(id);
  return person ? HttpResponse.json({ ...details(person), version: person.version + 1, ...more }) : missingHere();
};

export const preview: PreviewInvitationsPreview = {
  rows: [
    {
      row: 1,
      displayName: 'Директор второй школы',
      email: null,
      role: 'School',
      place: schoolPlace,
      outcome: 'New',
    },
  ],
  errors: [],
  new: 1,
  furtherRoles: 0,
  untilOn: null,
  mail: false,
};

export const invited: InvitePeopleInvited = {
  rows: [
    {
      row: 1,
      personId: personIds.director,
      displayName: 'Директор второй школы',
      userName: 'school-160312002',
      role: 'School',
      place: schoolPlace,
      outcome: 'New',
      sent: false,
      path: '/join#one-time-secret',
      expiresAt: '2021-09-15T08:00:00Z',
    },
  ],
  new: 1,
  furtherRoles: 0,
  sent: 0,
};

export const link: LookAtLinkLinkView = {
  displayName: 'Директор второй школы',
  userName: 'school-160312002',
  purpose: 'Invitation',
  role: 'School',
  place: schoolPlace,
  expiresAt: '2021-09-15T08:00:00Z',
};

export const peopleHandlers = [
  http.get('*/api/v1/people', ({ request }) => {
    const url = new URL(request.url);
    const [role, state] = [url.searchParams.get('role'), url.searchParams.get('state')];
    const found = people.filter(
      (person) => (!role || person.grants.some((one) => one.role === role)) && (!state || person.state === state),
    );
    return HttpResponse.json(paged(found, url));
  }),
  http.get('*/api/v1/people/:id', ({ params }) => {
    const person = find(params.id);
    return person ? HttpResponse.json(details(person)) : missingHere();
  }),
  http.put('*/api/v1/people/:id', async ({ params, request }) => changed(params.id, (await request.json()) as object)),
  http.post('*/api/v1/people/:id/block', ({ params }) =>
    changed(params.id, { state: 'Blocked', blockedAt: '2021-09-01T09:00:00Z' }),
  ),
  http.post('*/api/v1/people/:id/unblock', ({ params }) => changed(params.id, { state: 'Active' })),
  http.post('*/api/v1/people/:id/link', ({ params }) => {
    const person = find(params.id);
    return person
      ? HttpResponse.json({
          purpose: 'Invitation',
          sent: false,
          path: '/join#another-secret',
          expiresAt: '2021-09-15T08:00:00Z',
          person: details(person),
        })
      : missingHere();
  }),
  http.delete('*/api/v1/people/:id/link', ({ params }) => changed(params.id, { link: null })),
  http.post('*/api/v1/people/:id/grants', ({ params }) =>
    changed(params.id, { grants: [grant, { ...grant, id: '00000000-0000-7000-8000-000000003009' }] }),
  ),
  http.delete('*/api/v1/people/:id/grants/:grantId', ({ params }) =>
    changed(params.id, { grants: [{ ...grant, state: 'Revoked' }] }),
  ),
  http.post('*/api/v1/people/invitations/preview', () => HttpResponse.json(preview)),
  http.post('*/api/v1/people/invitations', () => HttpResponse.json(invited)),
  http.get('*/api/v1/schools/:id/access', () =>
    HttpResponse.json(
      people.flatMap(({ id, displayName, state, grants }) =>
        grants.map((one) => ({
          person: { id, name: displayName },
          state,
          grant: one,
          mayWrite: one.role !== 'School',
          isReached: one.role === 'School',
        })),
      ),
    ),
  ),
  http.get('*/api/v1/delegations', () => HttpResponse.json({ lent: [], borrowed: [] })),
  http.get('*/api/v1/delegations/colleagues', () => HttpResponse.json([{ id: personIds.colleague, name: 'Коллега' }])),
  http.post('*/api/v1/links/look', () => HttpResponse.json(link)),
  http.post('*/api/v1/links/use', () => HttpResponse.json({ signedIn: true, userName: link.userName })),
  http.post('*/api/v1/password-resets', () => new HttpResponse(null, { status: 204 })),
];

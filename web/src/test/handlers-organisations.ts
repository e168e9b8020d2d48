import { HttpResponse, http } from 'msw';
import type { OrganisationBody, OrganisationDetails, RegisterOrganisationBody, StaffBody } from '@/api/gen/types.gen';
import { fold } from '@/lib/fold';
import { municipalities } from './data/schools';
import { missingHere, paged } from './handlers-schools';

const place = (code: string) => {
  const { name } = municipalities.find((one) => one.code === code) ?? { name: code };
  return { code, name };
};

const bare = {
  municipality: null,
  functions: [],
  staff: 0,
  closedOn: null,
  version: 2,
  address: null,
  website: null,
  people: [],
  editable: true,
} satisfies Partial<OrganisationDetails>;

export const organisationIds = {
  centre: '00000000-0000-7000-8000-000000004001',
  institute: '00000000-0000-7000-8000-000000004002',
  closed: '00000000-0000-7000-8000-000000004003',
};

export const organisations: OrganisationDetails[] = [
  {
    ...bare,
    id: organisationIds.centre,
    name: 'Елабужский муниципальный образовательный центр',
    shortName: 'МОЦ',
    kind: 'EducationCentre',
    municipality: place('92626000'),
    functions: ['Coordinating', 'Methodical'],
    staff: 2,
    address: 'г. Елабуга, ул. Центральная, 1',
    website: 'https://moc.example.org',
    people: [
      {
        id: '00000000-0000-7000-8000-000000005001',
        name: 'Первый методист',
        position: 'методист по математике',
        functions: ['Methodical'],
        contact: 'moc@example.org',
      },
      {
        id: '00000000-0000-7000-8000-000000005002',
        name: 'Заведующий центром',
        position: 'заведующий',
        functions: ['Coordinating', 'Analytical'],
        contact: null,
      },
    ],
  },
  {
    ...bare,
    id: organisationIds.institute,
    name: 'Институт развития образования',
    shortName: 'ИРО',
    kind: 'Institute',
    website: 'https://institute.example.org',
  },
  {
    ...bare,
    id: organisationIds.closed,
    name: 'Городской методический кабинет',
    shortName: null,
    kind: 'Authority',
    municipality: place('92701000'),
    closedOn: '2020-08-31',
  },
];

const find = (id: unknown) => organisations.find((one) => one.id === id);

/** A card after a change: the next version of it, with what changed. */
const changed = (id: unknown, more: Partial<OrganisationDetails>) => {
  const one = find(id);
  return one ? HttpResponse.json({ ...one, version: one.version + 1, ...more }) : missingHere();
};

export const organisationHandlers = [
  http.get('*/api/v1/organisations', ({ request }) => {
    const url = new URL(request.url);
    const wanted = (name: string) => url.searchParams.get(name);
    const search = fold(wanted('search') ?? '');
    const sign = wanted('sort') === '-name' ? -1 : 1;
    const found = organisations
      .filter(
        (one) =>
          fold(`${one.name} ${one.shortName ?? ''}`).includes(search) &&
          (!wanted('kind') || one.kind === wanted('kind')) &&
          (!wanted('municipality') || one.municipality?.code === wanted('municipality')) &&
          (!wanted('closed') || String(one.closedOn !== null) === wanted('closed')),
      )
      .sort((a, b) => sign * a.name.localeCompare(b.name, 'ru'));
    return HttpResponse.json(paged(found, url));
  }),
  http.post('*/api/v1/organisations', async ({ request }) => {
    const { facts, municipalityCode } = (await request.json()) as RegisterOrganisationBody;
    const municipality = municipalityCode ? place(municipalityCode) : null;
    return HttpResponse.json({ ...bare, id: organisationIds.institute, ...facts, municipality }, { status: 201 });
  }),
  http.get('*/api/v1/organisations/:id', ({ params }) => {
    const one = find(params.id);
    return one ? HttpResponse.json(one) : missingHere();
  }),
  http.put('*/api/v1/organisations/:id', async ({ params, request }) =>
    changed(params.id, (await request.json()) as OrganisationBody as Partial<OrganisationDetails>),
  ),
  http.post('*/api/v1/organisations/:id/close', async ({ params, request }) =>
    changed(params.id, { closedOn: ((await request.json()) as { closedOn: string }).closedOn }),
  ),
  http.post('*/api/v1/organisations/:id/reopen', ({ params }) => changed(params.id, { closedOn: null })),
  http.post('*/api/v1/organisations/:id/staff', async ({ params, request }) => {
    const body = (await request.json()) as StaffBody;
    const added = { functions: [], contact: null, ...body, id: '00000000-0000-7000-8000-000000005009' };
    return changed(params.id, { people: [...(find(params.id)?.people ?? []), added as never] });
  }),
  http.put('*/api/v1/organisations/:id/staff/:memberId', async ({ params, request }) => {
    const body = (await request.json()) as object;
    const people = find(params.id)?.people ?? [];
    return changed(params.id, {
      people: people.map((one) => (one.id === params.memberId ? { ...one, ...body } : one)),
    });
  }),
  http.delete('*/api/v1/organisations/:id/staff/:memberId', ({ params }) =>
    changed(params.id, { people: (find(params.id)?.people ?? []).filter(({ id }) => id !== params.memberId) }),
  ),
];

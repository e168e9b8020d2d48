import { HttpResponse, http } from 'msw';
import { mappingJob, pastImports, preview, rowErrors } from './data/imports';
import { missingHere, paged } from './handlers-schools';

const find = (id: unknown) => pastImports.find((job) => job.id === id);

export const importHandlers = [
  http.get('*/api/v1/imports', ({ request }) => HttpResponse.json(paged(pastImports, new URL(request.url)))),
  http.post('*/api/v1/imports', () => HttpResponse.json(mappingJob, { status: 202 })),
  http.get('*/api/v1/imports/:id', ({ params }) => {
    const job = find(params.id);
    return job ? HttpResponse.json(job) : missingHere();
  }),
  http.get('*/api/v1/imports/:id/preview', () => HttpResponse.json(preview)),
  http.get('*/api/v1/imports/:id/errors', ({ request }) => HttpResponse.json(paged(rowErrors, new URL(request.url)))),
  http.put('*/api/v1/imports/:id/corrections', ({ params }) => HttpResponse.json(find(params.id))),
  http.post('*/api/v1/imports/:id/:action', ({ params }) => HttpResponse.json(find(params.id))),
  http.get('*/api/v1/import-mappings', () =>
    HttpResponse.json([
      {
        id: '00000000-0000-7000-8000-0000000000e1',
        name: 'ЕГЭ школы № 2',
        kind: 'exam-results',
        savedAt: '2020-02-03T09:00:00Z',
        mapping: preview.guess,
        editable: true,
      },
    ]),
  ),
];

import { HttpResponse, http } from 'msw';
import { schoolResults } from './data/results';

export const resultHandlers = [
  http.get('*/api/v1/schools/:id/results', ({ params, request }) => {
    const url = new URL(request.url);
    const assessment = url.searchParams.get('assessment');
    const all = schoolResults(String(params.id));
    return HttpResponse.json({
      ...all,
      series: all.series.filter((series) => !assessment || series.assessment === assessment),
    });
  }),
];

import { HttpResponse, http } from 'msw';
import { aggregate, panel, panelChoices, ranking, schoolIndicators, trend } from './data/panels';

export const panelHandlers = [
  http.get('*/api/v1/indicator-panel/options', () => HttpResponse.json(panelChoices)),
  http.get('*/api/v1/indicator-panel', () => HttpResponse.json(panel)),
  http.get('*/api/v1/indicators/:id/schools', ({ request }) => {
    const wanted = new URL(request.url).searchParams.get('achievement');
    const items = ranking.items.filter(({ achievement }) => !wanted || achievement === wanted);
    return HttpResponse.json({ ...ranking, items, total: items.length });
  }),
  http.get('*/api/v1/indicators/:id/aggregate', () => HttpResponse.json(aggregate)),
  http.get('*/api/v1/indicators/:id/trend', () => HttpResponse.json(trend)),
  http.get('*/api/v1/schools/:id/indicators', () => HttpResponse.json(schoolIndicators)),
];

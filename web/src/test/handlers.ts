import { HttpResponse, http } from 'msw';
import { operator, sessions } from './data/people';
import { problem } from './data/problems';
import { clientHandlers } from './handlers-clients';
import { cohortHandlers } from './handlers-cohorts';
import { dynamicsHandlers } from './handlers-dynamics';
import { gridHandlers } from './handlers-grid';
import { homeHandlers } from './handlers-home';
import { importHandlers } from './handlers-imports';
import { indicatorHandlers } from './handlers-indicators';
import { organisationHandlers } from './handlers-organisations';
import { panelHandlers } from './handlers-panels';
import { peopleHandlers } from './handlers-people';
import { recommendationHandlers } from './handlers-recommendations';
import { resultHandlers } from './handlers-results';
import { schoolHandlers } from './handlers-schools';
import { settingsHandlers } from './handlers-settings';

export function refuse(status: number, code: string, title: string, more = {}) {
  return HttpResponse.json(problem(status, code, title, more), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** The network as the screens see it on a good day; a test overrides what it is about. */
export const handlers = [
  http.get('*/api/v1/setup', () => HttpResponse.json({ needed: false, mail: false })),
  http.get('*/api/v1/me', () => HttpResponse.json(operator)),
  http.get('*/api/v1/session', () => HttpResponse.json({ external: null })),
  http.get('*/api/v1/me/sessions', () => HttpResponse.json(sessions)),
  http.put('*/api/v1/me/preferences', async ({ request }) => HttpResponse.json(await request.json())),
  http.post('*/api/v1/session', () => HttpResponse.json(operator)),
  http.delete('*/api/v1/session', () => new HttpResponse(null, { status: 204 })),
  ...homeHandlers,
  ...schoolHandlers,
  ...resultHandlers,
  ...dynamicsHandlers,
  ...panelHandlers,
  ...cohortHandlers,
  ...importHandlers,
  ...clientHandlers,
  ...peopleHandlers,
  ...indicatorHandlers,
  ...organisationHandlers,
  ...recommendationHandlers,
  ...settingsHandlers,
  ...gridHandlers,
  http.all('*/api/*', () => refuse(404, 'not-found', 'Не найдено')),
];

import { HttpResponse, http } from 'msw';
import type { RegionSettingsDetails } from '@/api/gen/types.gen';

export const settings: RegionSettingsDetails = {
  code: 'RU-TA',
  name: 'Республика Татарстан',
  timeZone: 'Europe/Moscow',
  lowResultsLabel: 'ШНОР',
  adverseConditionsLabel: 'ШНСУ',
  schoolYear: null,
  currentSchoolYear: '2021/2022',
  leastPupils: 5,
  leastSchools: 3,
  requiresSecondFactor: false,
  mailSenderName: null,
  mailReplyTo: null,
  hasLogo: false,
  version: 4,
};

export const settingsHandlers = [
  http.get('*/api/v1/regions/:code/settings', () => HttpResponse.json(settings)),
  http.put('*/api/v1/regions/:code/settings', async ({ request }) =>
    HttpResponse.json({ ...settings, ...((await request.json()) as object), version: settings.version + 1 }),
  ),
  http.put('*/api/v1/regions/:code/logo', () => new HttpResponse(null, { status: 204 })),
  http.delete('*/api/v1/regions/:code/logo', () => new HttpResponse(null, { status: 204 })),
];

import { HttpResponse, http } from 'msw';
import { dynamicsGroups, dynamicsOptionList, dynamicsSchools, matrix, regionGroup } from './data/dynamics';
import { paged } from './handlers-schools';

export const dynamicsHandlers = [
  http.get('*/api/v1/dynamics', ({ request }) => {
    const { searchParams } = new URL(request.url);
    const groupBy = searchParams.get('groupBy') ?? 'region';
    return HttpResponse.json({
      assessment: searchParams.get('assessment'),
      subject: searchParams.get('subject'),
      grade: null,
      sitting: null,
      year: 2019,
      base: searchParams.get('base') ?? 'comparable',
      groupBy,
      groups: groupBy === 'region' ? [regionGroup(searchParams.get('subject'))] : dynamicsGroups(groupBy),
    });
  }),
  http.get('*/api/v1/dynamics/options', () => HttpResponse.json(dynamicsOptionList)),
  http.get('*/api/v1/dynamics/schools', ({ request }) => {
    const url = new URL(request.url);
    const direction = url.searchParams.get('direction');
    return HttpResponse.json(
      paged(
        dynamicsSchools.filter((row) => !direction || row.direction === direction),
        url,
      ),
    );
  }),
  http.get('*/api/v1/dynamics/matrix', () => HttpResponse.json(matrix)),
];

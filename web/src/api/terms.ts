import type { Assessment, Locality, MeRegion, Role, SchoolKind, SchoolState, SupportCategory } from './gen/types.gen';

/** Russian words for the contract's enumerations, used by every screen. */
export const assessmentNames: Record<Assessment, string> = {
  EGE: 'ЕГЭ',
  OGE: 'ОГЭ',
  VPR: 'ВПР',
  REGIONAL: 'Региональная работа',
  NATIONAL: 'Национальное исследование',
};

/** In this order everywhere: state examinations first. */
export const assessments = ['EGE', 'OGE', 'VPR', 'REGIONAL', 'NATIONAL'] as const satisfies readonly Assessment[];

export const kindNames: Record<SchoolKind, string> = {
  Secondary: 'СОШ',
  Basic: 'ООШ',
  Primary: 'НОШ',
  Lyceum: 'Лицей',
  Gymnasium: 'Гимназия',
  Evening: 'Вечерняя',
  Boarding: 'Интернат',
  Special: 'Коррекционная',
  Other: 'Иная',
};
export const kinds = Object.keys(kindNames) as [SchoolKind, ...SchoolKind[]];

export const roleNames: Record<Role, string> = {
  Operator: 'Оператор',
  Coordinator: 'Координатор',
  School: 'Школа',
  Observer: 'Наблюдатель',
  MunicipalSystem: 'Муниципальная система',
  Integration: 'Внешняя система',
};

export const localityNames: Record<Locality, string> = { Urban: 'город', Rural: 'село' };
export const localities = Object.keys(localityNames) as [Locality, ...Locality[]];

export const stateNames: Record<SchoolState, string> = { Open: 'действует', Closed: 'закрыта', Merged: 'присоединена' };
export const states = Object.keys(stateNames) as [SchoolState, ...SchoolState[]];

export const categories = ['LowResults', 'AdverseConditions', 'Both'] as const satisfies readonly SupportCategory[];

/** Regions call the categories differently (ШНОР, ШНРО; ШНСУ, ШФНСУ): the words are the region's setting. */
export function categoryName(category: SupportCategory, region: MeRegion): string {
  if (category === 'LowResults') return region.lowResultsLabel;
  if (category === 'AdverseConditions') return region.adverseConditionsLabel;
  return `${region.lowResultsLabel} и ${region.adverseConditionsLabel}`;
}

export const schoolForms = ['школа', 'школы', 'школ'] as const;
export const municipalityForms = ['муниципалитет', 'муниципалитета', 'муниципалитетов'] as const;
/** After «из»: из 71 школы, из 72 школ. */
export const schoolGenitive = ['школы', 'школ', 'школ'] as const;

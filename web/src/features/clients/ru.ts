import type { ClientKind, ClientPermission, ClientState } from '@/api/gen/types.gen';
import { titles } from './titles';

export const ru = {
  title: titles.list,
  answer: 'Программы, которые передают и читают данные без участия человека',
  add: 'Добавить программу',
  search: 'Название программы',
  state: 'Состояние',
  anyState: 'Любое состояние',
  clear: 'Очистить: Состояние',
  expiresBy: (day: string) => `Срок истекает не позже ${day}`,
  columns: {
    name: 'Программа',
    kind: 'Вид',
    place: 'Где действует',
    state: 'Состояние',
    expiresOn: 'Действует до',
    lastUsedAt: 'Последний вызов',
  },
  states: { active: 'действует', expired: 'срок истёк', revoked: 'отозван' } satisfies Record<ClientState, string>,
  kinds: {
    integration: 'Читает показатели',
    'municipal-system': 'Передаёт результаты',
  } satisfies Record<ClientKind, string>,
  never: 'не вызывала',
  noEnd: 'без срока',
  anyNetwork: 'из любой сети',
  empty: 'Программ пока нет',
  emptyText: 'Добавьте программу, чтобы электронный журнал передавал результаты, а витрина читала показатели.',
  nothing: 'По этим условиям программ нет',
  nothingText: 'Проверьте написание или уберите состояние.',
  reset: 'Сбросить условия',
};

/** What each permission means, in plain words. */
export const permissions: Record<ClientPermission, { name: string; means: string }> = {
  'registry:read': { name: 'Читать реестр', means: 'Школы, муниципалитеты и справочники – без них не назвать школу' },
  'results:read': { name: 'Читать результаты', means: 'Результаты экзаменов и то, что из них вычислено' },
  'results:write': {
    name: 'Передавать результаты',
    means: 'Записывать результаты экзаменов, в том числе поверх прежних',
  },
  'indicators:read': { name: 'Читать показатели', means: 'Показатели, их значения и цели, своды по территориям' },
  'indicators:write': { name: 'Передавать показатели', means: 'Записывать значения показателей в открытые периоды' },
  'imports:read': { name: 'Видеть импорт', means: 'Ход и ошибки загрузок, которые начала сама программа' },
  'imports:write': { name: 'Загружать файлы', means: 'Отправлять таблицы целиком, до миллиона строк' },
};

export const ofKind: Record<ClientKind, ClientPermission[]> = {
  integration: ['registry:read', 'results:read', 'indicators:read'],
  'municipal-system': [
    'registry:read',
    'results:read',
    'results:write',
    'indicators:read',
    'indicators:write',
    'imports:read',
    'imports:write',
  ],
};

export const form = {
  addTitle: titles.add,
  addAnswer: 'После сохранения появится ключ. Он показывается один раз.',
  editTitle: 'Изменить доступ',
  name: 'Название',
  nameHint: 'Чтобы узнать программу в списке: «Электронный журнал района»',
  kind: 'Что делает',
  place: 'Где действует',
  placeHint: 'Программа не увидит ничего за пределами этого места',
  wholeRegion: (name: string) => `${name} – весь регион`,
  permissions: 'Права',
  permissionsHint: 'Оставьте только нужные',
  expiresOn: 'Последний день действия',
  expiresHint: 'Пусто – без срока',
  networks: 'Откуда можно вызывать',
  networksHint: 'Адреса и сети через запятую: 10.20.0.0/16, 2001:db8::/32. Пусто – отовсюду.',
  required: 'Заполните поле',
  choose: 'Выберите хотя бы одно право',
  create: 'Создать ключ',
  save: 'Сохранить',
  saved: 'Доступ изменён',
  cancel: 'Отмена',
  leave: 'Есть несохранённые изменения. Уйти со страницы?',
};

export const key = {
  title: 'Ключ готов – сохраните его сейчас',
  once: 'Больше не покажем: в системе хранится только отпечаток. Потеряли – смените ключ.',
  label: 'Ключ',
  copy: 'Скопировать ключ',
  copied: 'Скопировано',
  example: 'Пример вызова',
  placeholder: 'ВАШ_КЛЮЧ',
  done: 'Ключ сохранён, закрыть',
};

export const card = {
  about: 'Доступ',
  keys: 'Ключи',
  edit: 'Изменить доступ',
  rotate: 'Сменить ключ',
  revoke: 'Отозвать',
  created: 'Создан',
  until: 'Действует до',
  used: 'Последний вызов',
  state: 'Состояние',
  networks: 'Откуда можно вызывать',
  permissions: 'Права',
  registered: 'Добавлена',
  whileClient: 'пока действует доступ',
  neverUsed: 'не использовался',
  revoked: (date: string, reason: string) => `Доступ отозван ${date}: ${reason}. Вернуть его нельзя.`,
  expired: (date: string) => `Срок истёк ${date}. Продлите его, и ключи снова будут приниматься.`,
};

export const rotate = {
  title: (name: string) => `Сменить ключ: ${name}`,
  text: 'Появится новый ключ. Старый ещё поработает, пока программу перенастраивают.',
  overlap: 'Сколько ещё действует старый ключ',
  options: [
    { value: '0', label: 'Отключить сразу' },
    { value: '1', label: '1 час' },
    { value: '24', label: '1 сутки' },
    { value: '72', label: '3 суток' },
    { value: '168', label: '7 суток' },
  ],
  submit: 'Выпустить новый ключ',
};

export const revoke = {
  title: (name: string) => `Отозвать доступ: ${name}`,
  text: 'Все ключи программы перестанут приниматься сразу и навсегда.',
  reason: 'Причина',
  reasonHint: 'Останется в истории',
  confirm: (name: string) => `Чтобы подтвердить, введите название: ${name}`,
  mismatch: 'Название не совпадает',
  submit: 'Отозвать навсегда',
  done: 'Доступ отозван',
};

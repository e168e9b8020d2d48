export const ru = {
  product: 'Опора',
  skip: 'К содержанию',
  nav: {
    label: 'Разделы',
    home: 'Мой день',
    overview: 'Обзор',
    mySchool: 'Моя школа',
    schools: 'Школы',
    indicators: 'Показатели',
    help: 'Справка',
  },
  account: {
    label: 'Меню учётной записи',
    profile: 'Профиль',
    imports: 'Импорт таблиц',
    cohorts: 'Списки школ',
    people: 'Люди и доступ',
    municipalities: 'Муниципалитеты',
    organisations: 'Организации',
    settings: 'Настройки региона',
    keys: 'Клавиши',
    theme: 'Оформление',
    light: 'Светлое',
    dark: 'Тёмное',
    auto: 'Как в системе',
    signOut: 'Выйти',
  },
  roles: {
    Operator: 'Оператор',
    Coordinator: 'Муниципальный координатор',
    School: 'Школа',
    Observer: 'Наблюдатель',
    MunicipalSystem: 'Муниципальная система',
    Integration: 'Внешняя система',
  },
  palette: {
    open: 'Найти школу',
    placeholder: 'Название или код школы, действие',
    nothing: 'Ничего не найдено',
    word: 'Словарь:',
    others: 'Муниципалитеты, списки, словарь',
    actions: 'Действия',
    schools: 'Школы',
  },
  errors: {
    title: 'Не удалось показать страницу',
    forbiddenTitle: 'Нет доступа',
    forbidden: 'У вашей роли нет права на этот раздел. Если оно нужно для работы, обратитесь к оператору региона.',
    notFoundTitle: 'Такой страницы нет',
    notFound: 'Возможно, ссылка устарела или запись находится вне вашего доступа.',
    toHome: 'На главную',
    update: 'Вышла новая версия',
    updateText: 'Приложение обновилось, пока страница была открыта. Обновите её, чтобы продолжить.',
    reload: 'Обновить страницу',
  },
};

export const bell = {
  title: 'Уведомления',
  some: (count: number) => `Уведомления, новых: ${count}`,
  none: 'Новых уведомлений нет',
  readAll: 'Прочитать все',
  unread: 'Новое',
};

/** Apart from the texts of help itself, which come when it is opened. */
export const screenHelp = { screen: 'Справка об этом экране' };

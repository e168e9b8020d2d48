export interface ScreenHelp {
  /** What is shown, and what one can do here. */
  text: string;
  /** Titles of the rules by which its figures are counted. */
  figures?: readonly string[];
  /** Glossary words used here. */
  words?: readonly string[];
}

const form: ScreenHelp = {
  text: 'Заполните поля и сохраните. Ошибки показаны у полей; если запись успел изменить кто-то другой, вы увидите обе версии рядом.',
};
const results = ['Динамика школы', 'Доля школ с ростом', 'ВПР по двум основным предметам', 'Нет данных'];
const categories = ['ШНОР, ШНРО', 'ШНСУ, ШФНСУ', 'Список школ'];
const card: ScreenHelp = {
  text: 'Карточка школы: где она сейчас, результаты, история. Кнопка «Отметить» или клавиша S поставит школу на вашу главную страницу.',
  figures: ['Динамика школы', 'Среднее по району и региону', 'Малые группы'],
  words: categories,
};

/** Help by route: what is shown, how it is counted, which words are used. A test fails when a screen has none. */
export const screens: Record<string, ScreenHelp> = {
  '/_app/': {
    text: 'Главная страница: что ждёт вас сегодня, отмеченные школы и последние загрузки. Каждое число – ссылка на список, в котором ровно столько строк.',
    figures: results,
    words: categories,
  },
  '/_app/help': { text: 'Как считаются цифры, словарь и клавиши.' },
  '/_app/settings': {
    text: 'Настройки региона: названия категорий, учебный год, пороги для малых групп, знак на бумагах.',
    figures: ['Малые группы'],
  },
  '/_app/municipalities': {
    text: 'Муниципалитеты региона с числом школ. Новый можно добавить, название – исправить.',
    words: ['ОКТМО'],
  },
  '/_app/profile': { text: 'Ваше имя, пароль, код при входе, открытые сеансы и вид экранов.' },
  '/_app/imports/': {
    text: 'Загрузка таблиц Excel и CSV: выберите вид данных и файл. Ниже – все прошлые загрузки; каждую можно открыть, а удачную – отменить целиком.',
  },
  '/_app/imports/$importId': {
    text: 'Один импорт по шагам: столбцы, проверка, загрузка, итог. Страницу можно закрыть: о завершении скажет уведомление.',
  },
  '/_app/schools/': {
    text: 'Реестр школ с отбором. Условия стоят в адресе: ссылку можно отправить. «Отборы» хранят условия под именем, свои и общие для региона. Клавиши: / – поиск, J и K – по строкам, Enter – открыть.',
    figures: ['Динамика школы'],
    words: categories,
  },
  '/_app/schools/new': form,
  '/_app/schools/$schoolId_/edit': form,
  '/_app/schools/$schoolId': card,
  '/_app/schools/$schoolId/': card,
  '/_app/schools/$schoolId/results': {
    text: 'Все результаты школы по годам рядом со средними района и региона.',
    figures: ['Динамика школы', 'Среднее по району и региону', 'Качество и успеваемость', 'Малые группы', 'Округление'],
    words: ['ЕГЭ, ОГЭ', 'ВПР', 'КДР, РДР', 'НИКО'],
  },
  '/_app/schools/$schoolId/history': { text: 'Кто, когда и что изменил в карточке школы: было и стало, причина.' },
  '/_app/schools/$schoolId/access': { text: 'Кто и что может делать с этой школой и на какой срок.' },
  '/_app/cohorts/': {
    text: 'Перечни поддерживаемых школ по годам, с приказом и числом школ в каждой категории.',
    words: categories,
  },
  '/_app/cohorts/new': form,
  '/_app/cohorts/$cohortId_/edit': form,
  '/_app/cohorts/$cohortId': {
    text: 'Школы перечня. Школа входит в него и выходит с основанием; вышедшая остаётся в счёте школ, утверждённых приказом.',
    words: categories,
  },
  '/_app/indicators/': { text: 'Разделы показателей.', figures: results },
  '/_app/indicators/dynamics/': {
    text: 'Сколько школ выросло, снизилось и осталось на месте. Выберите год, процедуру, предмет и базу; каждое число ведёт к своим школам.',
    figures: [...results, 'Округление', 'Малые группы'],
    words: ['ЕГЭ, ОГЭ', 'ВПР', ...categories],
  },
  '/_app/indicators/dynamics/schools': {
    text: 'Школы, которые стоят за числом на панели динамики: было, стало, изменение.',
    figures: results,
  },
  '/_app/organisations/': {
    text: 'Организации, которые отвечают, учат и помогают: институты, управления, образовательные центры.',
  },
  '/_app/organisations/new': form,
  '/_app/organisations/$organisationId_/edit': form,
  '/_app/organisations/$organisationId': { text: 'Организация, её функции и сотрудники.' },
  '/_app/people/': { text: 'Люди, их роли и состояние: приглашён, входит, заблокирован.' },
  '/_app/people/invite': {
    text: 'Приглашение списком: вставьте строки из Excel, проверьте и разошлите одноразовые ссылки или распечатайте их.',
  },
  '/_app/people/$personId': {
    text: 'Один человек: роли с местом и сроком, ссылки для входа, передача прав на время отсутствия.',
  },
};

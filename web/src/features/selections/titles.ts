/** Apart from the other words: titles of pages live in the shell, the rest loads with its page. */
export const titles = {
  list: 'Отборы',
  add: 'Новый отбор',
  edit: 'Изменить объявление',
  application: 'Заявка на отбор',
};

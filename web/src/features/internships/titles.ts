/** Apart from the other words: titles of pages live in the shell, the rest loads with its page. */
export const titles = {
  list: 'Стажировки',
  sites: 'Стажировочные площадки',
  site: 'Площадка',
};

/** Apart from the other words: titles of pages live in the shell, the rest loads with its page. */
export const titles = {
  signIn: 'Вход',
  setup: 'Первая настройка',
  notInvited: 'Вас ещё не пригласили',
  join: 'Вход по ссылке',
  forgot: 'Забыли пароль',
};

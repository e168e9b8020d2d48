/** Apart from the other words: the title of a page lives in the shell, the rest loads with its page. */
export const title = 'Настройки региона';

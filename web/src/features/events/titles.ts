export const titles = {
  events: 'Мероприятия',
  event: 'Мероприятие',
  reach: 'Кого охватили мероприятия',
  associations: 'Методобъединения',
  association: 'Методическое объединение',
  coverage: 'Охват методобъединениями',
};

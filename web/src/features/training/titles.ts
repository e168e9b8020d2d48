export const titles = {
  courses: 'Курсы',
  addCourse: 'Новый курс',
  editCourse: 'Изменить курс',
  addRun: 'Новый поток',
  editRun: 'Изменить поток',
  run: 'Поток курса',
  sheet: 'Лист посещаемости',
  coverage: 'Охват обучением',
  coverageTab: 'Охват',
};

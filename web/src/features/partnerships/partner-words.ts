import { partners } from './ru';

/** «Русский язык, Математика», or «в целом» where no subject is named. */
export const subjectNames = (codes: readonly string[], subjects: readonly { code: string; name: string }[]): string =>
  codes.map((code) => subjects.find((subject) => subject.code === code)?.name ?? code).join(', ') || partners.general;

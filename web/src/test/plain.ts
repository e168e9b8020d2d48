/** Text with ordinary spaces: figures are glued to their units by no-break ones. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Saves something made in the browser as a file. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click only starts the download; the address must outlive it for a moment.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// Opens the user's own mail program: a link of that kind leaves the window, which opens nothing else.

export function openMailTo(url: string): void {
  if (!url.startsWith('mailto:')) return;
  const link = document.createElement('a');
  link.href = url;
  link.click();
}

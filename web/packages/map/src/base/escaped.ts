/** MapLibre writes attributions as markup; ours are words. */
export function escaped(words: string): string {
  const element = document.createElement("span");
  element.textContent = words;
  return element.innerHTML;
}

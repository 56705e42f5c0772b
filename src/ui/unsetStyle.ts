/** Takes a property of an element's own style back; with the last one the attribute goes, as if there had been none. */
export const unsetStyle = (element: HTMLElement | SVGElement, property: string): void => {
  element.style.removeProperty(property)
  // Asked for by its text: Chromium keeps an attribute that it has never had to write.
  if (element.getAttribute('style') === '') element.removeAttribute('style')
}

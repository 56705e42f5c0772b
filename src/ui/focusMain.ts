/** Takes the focus to the page's main part: for what had it and is gone. */
export const focusMain = (): void => document.getElementById('stage')?.focus({ preventScroll: true })

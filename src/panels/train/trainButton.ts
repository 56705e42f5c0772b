/** The button that trains, for what had the focus and is gone: what was pressed led to it. */
import { focusMain } from '../../ui/focusMain.ts'

export const TRAIN_BUTTON = 'train-button'

/** Takes the focus to the button, or to the page's main part while it cannot be pressed. */
export const focusTrain = (): void => {
  const button = document.getElementById(TRAIN_BUTTON)
  if (button instanceof HTMLButtonElement && !button.disabled) button.focus({ preventScroll: true })
  else focusMain()
}

/** Calls back after the next painting: what a frame's callback puts off comes after the frame. */
export const afterPainting = (act: () => void): void => {
  requestAnimationFrame(() => void setTimeout(act))
}

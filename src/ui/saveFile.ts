/** Hands a file to the reader, who finds it where the browser keeps downloads. */
export const saveFile = (name: string, type: string, content: Uint8Array | string): void => {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file by the next turn, but not before.
  setTimeout(() => URL.revokeObjectURL(address))
}

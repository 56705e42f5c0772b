/** The keys of the outermost object of a JSON text, in order, duplicates included (JSON.parse hides them). */
export const topLevelKeys = (json: string): readonly string[] => {
  const keys: string[] = []
  let depth = 0
  let last: string | null = null
  for (let k = 0; k < json.length; k++) {
    const c = json[k]
    if (c === '"') {
      const start = k
      for (k++; k < json.length && json[k] !== '"'; k++) if (json[k] === '\\') k++
      last = json.slice(start, k + 1)
    } else if (c === '{' || c === '[') depth++
    else if (c === '}' || c === ']') depth--
    // At depth 1 a colon can only follow a key of the outermost object.
    else if (c === ':' && depth === 1 && last !== null) keys.push(String(JSON.parse(last)))
  }
  return keys
}

/**
 * A choice that answers first: what is chosen shows at once, and what follows from it, which may take a while,
 * is done after that has been painted.
 */
import { useLayoutEffect, useRef, useState } from 'react'
import { afterPainting } from './afterPainting.ts'

/**
 * Returns what to show as chosen, and how to choose. Of choices that come faster than they are followed the last
 * counts, also where it is made elsewhere: by a key, or by going back.
 */
export const useAnswered = <V>(value: V, onChange: (value: V) => void): readonly [V, (choice: V) => void] => {
  const [chosen, setChosen] = useState<{ readonly value: V } | null>(null)
  const latest = useRef(chosen)
  const now = useRef(value)
  useLayoutEffect(() => {
    now.current = value
  })
  const choose = (choice: V): void => {
    const mine = { value: choice }
    latest.current = mine
    setChosen(mine)
    afterPainting(() => {
      if (latest.current !== mine) return
      latest.current = null
      if (now.current === value) onChange(choice)
      setChosen(null)
    })
  }
  return [chosen ? chosen.value : value, choose]
}

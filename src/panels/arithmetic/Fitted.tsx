/** A number of the sheet, with narrower letters where it is longer than a column: sheets of many columns stay whole. */
import type { ReactElement } from 'react'

/** '−0.0744' fits as it is. */
const LONGEST = 7

export const Fitted = ({ text }: { readonly text: string }): ReactElement =>
  text.length > LONGEST ? <span className="arithmetic-long">{text}</span> : <>{text}</>

/**
 * A panel that follows what it is shown: what the reader does is painted first where it is done, and the panel
 * renders after that, in time that is left over. It renders only where a property is another one, so all that it
 * shows must come together, as properties.
 */
import { memo, useDeferredValue, type FunctionComponent, type ReactElement } from 'react'

export const following = <P extends object>(Panel: FunctionComponent<P>): FunctionComponent<P> => {
  const Still = memo(Panel)
  const Following = (props: P): ReactElement => {
    // A memo takes the same properties; its type cannot say so of any P.
    const Shown = Still as unknown as FunctionComponent<P>
    return <Shown {...useDeferredValue(props)} />
  }
  return Following
}

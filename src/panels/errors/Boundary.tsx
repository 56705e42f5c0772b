/** Holds a panel whose drawing throws: it says so in the panel's place, and the rest of the page goes on. */
import { Component, type ReactNode } from 'react'
import { useMessages } from '../../store/index.ts'
import { ErrorIcon } from '../../ui/icons.ts'
import './errors.css'

interface Props {
  readonly children: ReactNode
  /** Another key tries again: what is shown has changed. */
  readonly resetKey: string
}

interface State {
  readonly error: Error | null
  readonly resetKey: string
}

const PanelFailure = ({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) => {
  const words = useMessages().errors
  return (
    <div className="failure failure-panel" role="alert">
      <h2>
        <ErrorIcon size={18} aria-hidden="true" /> {words.panelFailed}
      </h2>
      <p className="failure-message">{error.message}</p>
      <p>{words.panelRest}</p>
      <button type="button" className="button" onClick={onRetry}>
        {words.tryAgain}
      </button>
    </div>
  )
}

export class Boundary extends Component<Props, State> {
  override state: State = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return <PanelFailure error={error} onRetry={() => this.setState({ error: null })} />
  }
}

import { Component, type ReactNode } from 'react'
import { loadAgain } from '../data/api.ts'
import { PartMissing } from './later.ts'
import { Failed } from './states.tsx'

type CatchProps = {
  resetKey: string
  onReset: () => void
  said?: (failed: ReactNode) => ReactNode
  children: ReactNode
}
type CatchState = { error: Error | null; resetKey: string }

/** Says a failure of what stands inside, with a way to try again. */
export class Catch extends Component<CatchProps, CatchState> {
  override state: CatchState = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError = (error: unknown): Partial<CatchState> => ({
    error: error instanceof Error ? error : new Error('Something that is not an error was thrown'),
  })

  static getDerivedStateFromProps = ({ resetKey }: CatchProps, state: CatchState): Partial<CatchState> | null =>
    resetKey === state.resetKey ? null : { error: null, resetKey }

  retry = () => {
    // What could not be fetched once is not asked for again by a browser, and after an update it is nowhere.
    if (this.state.error instanceof PartMissing) return void loadAgain()
    this.props.onReset()
    this.setState({ error: null })
  }

  override render() {
    const { said = (failed) => failed, children } = this.props
    return this.state.error ? said(<Failed error={this.state.error} onRetry={this.retry} />) : children
  }
}

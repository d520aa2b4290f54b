// A part of the window that fails while it is drawn says so in its own place; the rest goes on.

import { Component, type ReactNode } from 'react';
import { ErrorState } from './States';

type Props = { title: string; children: ReactNode };
type State = { failed: boolean; reason: unknown };

const WHOLE: State = { failed: false, reason: null };

// React offers this to classes only.
export class Boundary extends Component<Props, State> {
  override state: State = WHOLE;

  static getDerivedStateFromError(reason: unknown): State {
    return { failed: true, reason };
  }

  override render(): ReactNode {
    const { failed, reason } = this.state;
    if (!failed) return this.props.children;
    return <ErrorState title={this.props.title} reason={reason} onRetry={() => this.setState(WHOLE)} />;
  }
}

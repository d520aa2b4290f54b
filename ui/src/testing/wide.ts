// How wide the window is, for tests of what lies beside a list and what over it.

type Resizable = { happyDOM: { setViewport: (size: { width: number }) => void } };

export function wide(width: number): void {
  (window as unknown as Resizable).happyDOM.setViewport({ width });
}

// The mark of Standvast: a bollard on the quay with a line made fast to it.

import './Mark.css';

export function Mark(props: { size: number }) {
  return (
    <svg width={props.size} height={props.size} viewBox="0 0 64 64" aria-hidden className="mark">
      <rect className="mark-ground" width="64" height="64" rx="15" />
      <path
        className="mark-post"
        d="M20 16.500h24a4.500 4.500 0 0 1 0 9h-3.200l1.400 21H21.800l1.400-21H20a4.500 4.500 0 0 1 0-9z"
      />
      <path className="mark-post" d="M14 46h36a3 3 0 0 1 0 6H14a3 3 0 0 1 0-6z" />
      <path className="mark-rope" d="M22.200 34.500c6 3 13.600 3 19.600 0M22 40c6 3 14 3 20 0" />
      <path className="mark-line" d="M42 36.500c7 2.500 13 2 22-2.500" />
    </svg>
  );
}

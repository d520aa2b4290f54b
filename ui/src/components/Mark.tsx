// The mark of Standvast, as it is on the application's icon. The name always stands beside it.

import './Mark.css';

export function Mark(props: { size: number }) {
  return <img className="mark" src="./mark.svg" alt="" width={props.size} height={props.size} />;
}

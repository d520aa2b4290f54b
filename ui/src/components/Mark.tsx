// The mark of Standvast, as it is on the application's icon. The name always stands beside it.

import './Mark.css';

export function Mark(props: { size: number }) {
  const length = `${props.size / 16}rem`;
  return <img className="mark" src="./mark.svg" alt="" style={{ width: length, height: length }} />;
}

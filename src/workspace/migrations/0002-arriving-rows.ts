/** Rows on their way into a project: written here by parts, then moved in one go. */
export const arrivingRows = /* sql */ `
create table arriving_row (
  arrival uuid not null,
  position int not null,
  level text not null,
  parent text not null,
  code text not null,
  label text not null,
  chapter text not null,
  subchapter text not null,
  fields jsonb not null,
  search text not null,
  at timestamptz not null default now(),
  primary key (arrival, position)
);
`;

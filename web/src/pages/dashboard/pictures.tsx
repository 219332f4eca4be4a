/** Progress, proposals, confidences and days, each as a picture with its numbers. */
import type { Dashboard } from "../../api/types.ts";
import { Columns } from "../../components/charts/columns.tsx";
import { PartedBars } from "../../components/charts/parted-bars.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

const BANDS = ["auto", "review", "none"] as const;
/** Days shown. */
const DAYS = 14;

export function Progress({ data }: { data: Dashboard }) {
  const { dashboard, words } = useMessages();
  const parts = [
    { name: dashboard.signed, className: "part-signed" },
    { name: dashboard.decided, className: "part-decided" },
    { name: dashboard.toDecide, className: "part-open" },
  ];
  const rows = data.bySpecialty.map(({ name, specialty, states }) => ({
    name: name || specialty || words.noSpecialty,
    counts: [states.signed, states.decided + states["second-read"], states.todo + states.proposed + states.reopened],
  }));
  return (
    <section className="card">
      <h2>{dashboard.progress}</h2>
      <PartedBars title={dashboard.progress} help={dashboard.progressHelp} parts={parts} rows={rows} />
    </section>
  );
}

export function Proposed({ data }: { data: Dashboard }) {
  const { dashboard, words } = useMessages();
  const parts = BANDS.map((band) => ({ name: words.bands[band], className: `part-${band}` }));
  const rows = BANDS.map((band) => ({
    name: words.bands[band],
    counts: BANDS.map((other) => (other === band ? data.bands[band] : 0)),
  }));
  return (
    <section className="card">
      <h2>{dashboard.bands}</h2>
      <PartedBars half title={dashboard.bands} help={dashboard.bandsHelp} parts={parts} rows={rows} />
    </section>
  );
}

export function Confidences({ data }: { data: Dashboard }) {
  const { dashboard } = useMessages();
  const columns = data.confidence.map((count, i) => ({ name: `${i * 10}–${i * 10 + 10}`, count }));
  return (
    <section className="card">
      <h2>{dashboard.confidence}</h2>
      <Columns title={dashboard.confidence} help={dashboard.confidenceHelp} columns={columns} />
    </section>
  );
}

export function Days({ data }: { data: Dashboard }) {
  const { dashboard } = useMessages();
  const format = useFormat();
  if (data.byDay.length === 0) return null;
  const people = data.byPerson.map(({ name, decided }) => `${name} ${format.number(decided)}`).join(", ");
  const columns = data.byDay.slice(-DAYS).map(({ day, decided }) => ({ name: day.slice(5), count: decided }));
  return (
    <section className="card">
      <h2>{dashboard.byDay}</h2>
      <Columns title={dashboard.byDay} help={`${dashboard.byPerson} : ${people}.`} columns={columns} />
    </section>
  );
}

/** One proof, as it prints: who signed which rows, when, with which references. */

import type { ProofDocument } from "../../api/proof-document.ts";
import { proofFile, useProof } from "../../api/signoff.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { ProofRows } from "./proof-rows.tsx";

export function ProofPage({ project, proof }: { project: string; proof: string }) {
  const { proof: words, signoff } = useMessages();
  const query = useProof(project, proof);
  const actions = (
    <>
      <Button tone="primary" icon="file" onClick={() => window.print()}>
        {words.print}
      </Button>
      <a className="button plain" href={proofFile(project, proof, "json")} download>
        <Icon name="download" /> {words.download}
      </a>
      <a className="button plain" href={proofFile(project, proof, "html")} target="_blank" rel="noreferrer">
        {words.page}
      </a>
    </>
  );
  return (
    <Page
      title={words.title}
      lead={<Link href={paths.signoff(project)}>{signoff.title}</Link>}
      actions={actions}
      className="proof"
    >
      <Loaded query={query}>{(document) => <Document document={document} />}</Loaded>
    </Page>
  );
}

function Document({ document }: { document: ProofDocument }) {
  const { proof: words, common } = useMessages();
  const format = useFormat();
  const { laboratory, project, scope, signedBy, signedAt, references, catalogue, table, seal, previous } = document;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [words.laboratory, laboratory],
    [words.project, project.name],
    [words.part, scope.name],
    [words.signedBy, <strong key="by">{common.by(signedBy.name, format.moment(signedAt))}</strong>],
    [words.references, references.map(({ title, version }) => `${title} ${version}`).join(" ; ")],
    [words.files, catalogue.files.map(({ name }) => name).join(", ")],
    [words.rows, format.number(table.rows)],
    [
      words.table,
      <span key="table" className="code hash">
        {table.sha256}
      </span>,
    ],
    [
      words.seal,
      <span key="seal" className="code hash">
        {seal}
      </span>,
    ],
    ...(previous === ""
      ? []
      : [
          [
            words.previous,
            <span key="before" className="code hash">
              {previous}
            </span>,
          ] as const,
        ]),
  ];
  return (
    <>
      <dl className="card proof-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {words.verify} <code>transloinc verify-proof</code>
      </p>
      <ProofRows rows={document.rows} />
    </>
  );
}

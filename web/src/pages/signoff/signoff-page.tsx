/** Sign-off by specialty or chapter: what is ready, what blocks, and the proofs so far. */
import { useRole } from "../../api/session.ts";
import { useSignoff } from "../../api/signoff.ts";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Parts } from "./parts.tsx";
import { Proofs } from "./proofs.tsx";

export function SignoffPage({ project }: { project: string }) {
  const { signoff: words } = useMessages();
  const query = useSignoff(project);
  const biologist = useRole("biologist");
  return (
    <Page title={words.title} lead={words.lead}>
      {!biologist && <Notice>{words.notBiologist}</Notice>}
      <Loaded query={query}>
        {(parts) => (
          <>
            <Parts
              project={project}
              title={words.bySpecialty}
              parts={parts.filter((part) => part.scope.kind === "specialty")}
            />
            <Parts
              project={project}
              title={words.byChapter}
              parts={parts.filter((part) => part.scope.kind === "chapter")}
            />
          </>
        )}
      </Loaded>
      <Proofs project={project} />
    </Page>
  );
}

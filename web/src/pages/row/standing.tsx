/** What stands: the decision with who, when and why; the second reading; reopening. */
import { type RefObject, useState } from "react";
import { useAskSecondReading, useReopen, useSecondRead } from "../../api/decisions.ts";
import { useRole, useSession } from "../../api/session.ts";
import type { Item } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/said.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { ReasonForm } from "./reason-form.tsx";

type Properties = { project: string; item: Item; agreeRef: RefObject<HTMLButtonElement | null> };

export function Standing({ project, item, agreeRef }: Properties) {
  const { row, words } = useMessages();
  const format = useFormat();
  const { decision } = item;
  return (
    <>
      {item.reopened !== "" && <Notice tone="warning" title={`${row.reopened} : ${item.reopened}`} />}
      {item.secondWanted && item.second === null && <Notice tone="warning" title={row.secondWanted} />}
      {decision && (
        <section className="standing" aria-label={row.decision}>
          <p>
            <Icon name={item.state === "signed" ? "lock" : "check"} /> <strong>{words.kinds[decision.kind]}</strong>{" "}
            <span className="code">{decision.loinc ?? decision.waitingCode}</span>{" "}
            {decision.kind === "loinc" && <span lang="en">{decision.name}</span>}
          </p>
          <p className="soft small">
            {row.decisionBy(decision.by.name, format.moment(decision.at))} · {row.from[decision.from]}
            {decision.reason !== "" && ` · ${row.reason} : ${decision.reason}`}
          </p>
          {item.second && (
            <p className={item.second.agree ? "small supports" : "small contradicts"}>
              <Icon name={item.second.agree ? "eyes" : "warning"} />{" "}
              {row.secondBy(item.second.agree, item.second.by.name, format.moment(item.second.at))}
              {item.second.reason !== "" && ` : ${item.second.reason}`}
            </p>
          )}
          {item.state === "signed" && <p className="small soft">{row.signed}</p>}
          <Afterwards project={project} item={item} agreeRef={agreeRef} />
        </section>
      )}
    </>
  );
}

/** Second reading by another person; reopening by anybody who decides. */
function Afterwards({ project, item, agreeRef }: Properties) {
  const { row } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const { data: session } = useSession();
  const biologist = useRole("biologist");
  const mayDecide = useRole("biologist", "manager");
  const reading = useSecondRead(project);
  const reopening = useReopen(project);
  const asking = useAskSecondReading(project);
  const [form, setForm] = useState<"disagree" | "reopen">();

  const { id, version } = item;
  const failed = { onError: (error: unknown) => say(textOf(error), { tone: "error" as const }) };
  const done = (text: string) => ({
    ...failed,
    onSuccess: () => {
      setForm(undefined);
      say(text);
    },
  });
  const read = (agree: boolean, reason: string): void =>
    reading.mutate({ item: id, version, agree, reason }, done(row.secondSaved));
  const another = session !== null && session !== undefined && item.decision?.by.id !== session.id;
  const readable = biologist && another && item.state === "decided";
  if (!mayDecide) return null;
  return (
    <>
      <div className="afterwards">
        {readable && (
          <>
            <span className="small">{row.second} :</span>
            <Button ref={agreeRef} icon="eyes" shortcut="V" busy={reading.isPending} onClick={() => read(true, "")}>
              {row.agree}
            </Button>
            <Button icon="cross" onClick={() => setForm("disagree")}>
              {row.disagree}
            </Button>
          </>
        )}
        {item.state === "decided" && item.second === null && (
          <Button
            tone="quiet"
            icon="eyes"
            busy={asking.isPending}
            onClick={() =>
              asking.mutate(
                { item: id, version, asked: !item.secondWanted },
                done(item.secondWanted ? row.unasked : row.asked),
              )
            }
          >
            {item.secondWanted ? row.unask : row.ask}
          </Button>
        )}
        <Button tone="quiet" icon="again" onClick={() => setForm("reopen")}>
          {row.reopen}
        </Button>
      </div>
      {form && (
        <ReasonForm
          label={form === "reopen" ? row.reopenHelp : row.reasonNeeded}
          submit={form === "reopen" ? row.reopen : row.disagree}
          draft={`${project}:${id}:${form}`}
          busy={reading.isPending || reopening.isPending}
          onCancel={() => setForm(undefined)}
          onReason={(reason) =>
            form === "reopen" ? reopening.mutate({ item: id, version, reason }, done(row.reopen)) : read(false, reason)
          }
        />
      )}
    </>
  );
}

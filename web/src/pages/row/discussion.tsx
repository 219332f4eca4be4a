/** What people said about the row. */
import type { FormEvent, RefObject } from "react";
import { useComment } from "../../api/decisions.ts";
import { useRole } from "../../api/session.ts";
import type { Item } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { Notice } from "../../components/notice.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

type Properties = { project: string; item: Item; textRef: RefObject<HTMLTextAreaElement | null> };

export function Discussion({ project, item, textRef }: Properties) {
  const { row, common } = useMessages();
  const format = useFormat();
  const textOf = useErrorText();
  const mayComment = useRole("biologist", "manager");
  const commenting = useComment(project);
  const [text, setText] = useDraft(`${project}:${item.id}:comment`);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") commenting.mutate({ item: item.id, text: text.trim() }, { onSuccess: () => setText("") });
  };
  return (
    <section className="discussion" aria-label={row.discussion}>
      <h3>{row.discussion}</h3>
      {item.discussion.length === 0 && <p className="soft small">{row.noComments}</p>}
      <ul>
        {item.discussion.map((comment) => (
          <li key={comment.id}>
            <p className="soft small">{common.by(comment.by.name, format.moment(comment.at))}</p>
            <p>{comment.text}</p>
          </li>
        ))}
      </ul>
      {mayComment && (
        <form onSubmit={send}>
          {commenting.error && <Notice tone="error" title={textOf(commenting.error)} />}
          <textarea
            ref={textRef}
            rows={1}
            aria-label={row.commentText}
            placeholder={row.commentText}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button submit busy={commenting.isPending}>
            {row.addComment}
          </Button>
        </form>
      )}
    </section>
  );
}

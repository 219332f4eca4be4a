/** Asks once more before signing, and says what signing means. */
import { useSign } from "../../api/signoff.ts";
import type { SignoffPart } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { navigate } from "../../navigation/location.ts";
import { paths } from "../../navigation/paths.ts";

type Properties = { project: string; part: SignoffPart; onClose: () => void };

export function SignDialog({ project, part, onClose }: Properties) {
  const { signoff, words, common } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const signing = useSign(project);
  const sign = (): void =>
    signing.mutate(part.scope, {
      onSuccess: (proof) => {
        say(signoff.signedNow);
        onClose();
        navigate(paths.proof(project, proof.id));
      },
    });
  return (
    <Dialog title={signoff.confirm(part.name || words.noSpecialty)} onClose={onClose}>
      <p>{signoff.confirmText(part.items - part.signed)}</p>
      {signing.error && <Notice tone="error" title={textOf(signing.error)} />}
      <div className="buttons">
        <Button tone="primary" icon="pen" busy={signing.isPending} onClick={sign}>
          {signoff.confirmSign}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  );
}

/** Every key and what it does. */
import { useState } from "react";
import { useMessages } from "../../i18n/language.tsx";
import { Dialog } from "../dialog.tsx";
import { CheckField } from "../field.tsx";
import { lettersOn, switchLetters } from "./use-keys.ts";

export function KeyboardOverlay({ onClose }: { onClose: () => void }) {
  const { keyboard } = useMessages();
  const [on, setOn] = useState(lettersOn);
  return (
    <Dialog title={keyboard.title} wide onClose={onClose}>
      <div className="keys">
        {keyboard.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    {keys.split(" ").map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <CheckField
        label={keyboard.letters}
        checked={on}
        onChange={(event) => {
          switchLetters(event.target.checked);
          setOn(event.target.checked);
        }}
      />
    </Dialog>
  );
}
